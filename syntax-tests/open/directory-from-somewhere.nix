# Where `machines/` lies is not known.
{ self, ... }:
{
  meta.name = "example";
  directory = self.inputs.fleet;
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.server = { };
}
