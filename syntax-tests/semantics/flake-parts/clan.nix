{
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jno = { };
  #                                              ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
}
# show: machines = jon
