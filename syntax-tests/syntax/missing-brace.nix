{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
  #                        ^ error[syntax]:
    module.name = "borgbackup";
    roles.server.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]:
  };
}
# show: instances = bk, sshd
# show: bk.server = jon (machine)
