{ lib, config, ... }@args:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jon = { };
}
# show: machines = jon
# show: sshd.server = jon (machine)
