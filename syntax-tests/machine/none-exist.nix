{
  meta.name = "example";
  inventory.instances.sshd.roles.server.machines.jon = { };
  #                                              ^^^ warning[unknown-machine]:
}
# show: machines = (none)
