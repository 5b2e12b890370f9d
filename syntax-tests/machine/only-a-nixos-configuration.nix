# `machines.<name>` at the top is a NixOS configuration, and makes the machine.
{
  meta.name = "example";
  machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jon = { };
}
# show: machines = jon
