# A machine whose name is not known may be any.
{ inputs, ... }:
{
  meta.name = "example";
  inventory.machines.${inputs.foo.name} = { };
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.server = { };
  inventory.instances.sshd.roles.client.tags = [ "laptop" ];
}
