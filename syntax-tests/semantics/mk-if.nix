# An instance that is not wanted is gone; a machine stays, without any tag.
{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = {
    a = lib.mkIf false { };
    b = { };
  };
  inventory.instances.nonsense = lib.mkIf false { module.name = "nonsense"; };
  inventory.instances.sshd.roles.server.tags.all = { };
}
# show: machines = a, b
# show: tags of a = (none)
# show: instances = sshd
# show: sshd.server = b (tag all)
