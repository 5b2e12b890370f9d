{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup"
    #             ^^^^^^^^^^^^ error[syntax]:
    roles.server.machines.jon = { };
  };
}
# show: module of bk = borgbackup
# show: bk.server = jon (machine)
