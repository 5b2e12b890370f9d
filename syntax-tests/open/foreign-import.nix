# What the import brings is not known: it may bring the machine and the tag.
{ self, ... }:
{
  meta.name = "example";
  imports = [ self.inputs.foo.clanModule ];
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd = {
    roles.server.machines.server = { };
    roles.client.tags = [ "laptop" ];
  };
}
# show: sshd.server = server (machine), ...
