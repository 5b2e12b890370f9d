# A machine whose name is not known may be any.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines.${self.inputs.foo.name} = { };
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.server = { };
  inventory.instances.sshd.roles.client.tags = [ "laptop" ];
}
