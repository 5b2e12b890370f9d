# What the import brings is not known: it may bring the machine and the tag.
{ inputs, ... }:
{
  meta.name = "example";
  imports = [ inputs.foo.clanModule ];
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd = {
    roles.server.machines.server = { };
    roles.client.tags = [ "laptop" ];
  };
}
# show: sshd.server = server (machine), ...
