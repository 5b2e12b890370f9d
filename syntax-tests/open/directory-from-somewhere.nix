# Where `machines/` lies is not known.
{ inputs, ... }:
{
  meta.name = "example";
  directory = inputs.fleet;
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.server = { };
}
