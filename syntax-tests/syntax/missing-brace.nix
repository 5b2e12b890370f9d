{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
  #                        ^ error[syntax]: `{` is never closed: missing `}`
  # | fix => roles.server.machines.jon = { };
    module.name = "borgbackup";
    roles.server.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };
}
# show: instances = bk, sshd
# show: bk.server = jon (machine)
