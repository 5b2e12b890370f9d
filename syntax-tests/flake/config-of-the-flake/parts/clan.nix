{ config, self, lib, ... }:
{
  flake.clan = {
    meta.name = "example";
    inventory.machines = lib.mapAttrs (_: host: { tags = host.tags or [ ]; }) config.flake.hosts;
    inventory.instances.internet.roles.default.machines =
      builtins.mapAttrs (_: host: { settings.host = host.wan; }) self.hosts;
    inventory.instances.sshd.roles.server.machines =
      lib.mapAttrs (_: _: { }) (lib.filterAttrs (_: host: host ? tags) config.flake.hosts);
  };
}
