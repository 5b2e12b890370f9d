{
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jno = { };
  #                                              ^^^ warning[unknown-machine]:
}
# show: machines = jon
