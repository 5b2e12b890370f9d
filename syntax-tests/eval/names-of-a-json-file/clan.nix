{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = lib.genAttrs (lib.importJSON ./names.json) (name: { tags = [ "site-${name}" ]; });
  inventory.instances.sshd.roles.server.tags = [ "site-a" ];
}
# show: machines = a, b
# show: sshd.server = a (tag site-a)
