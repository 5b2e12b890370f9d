{
  meta.name = "example";
  inventory.instances.sshd.roles.server.machines.jon = { };
  #                                              ^^^ warning[unknown-machine]: no machine is called `jon`
}
# show: machines = (none)
