{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.
    #    ^ error[syntax]:
    roles.client.machines.jno = { };
    #                     ^^^ warning[unknown-machine]:
  };
}
# show: bk.client = jno (machine)
