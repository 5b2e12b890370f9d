# The key is the machine's name, whatever its `name` says.
{
  meta.name = "example";
  inventory.machines.jon.name = "other";
  inventory.instances.sshd.roles.server.machines.other = { };
  #                                              ^^^^^ warning[unknown-machine]: no machine is called `other`
}
# show: machines = jon
