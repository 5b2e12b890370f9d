# From anything else of the machines tags can be computed, and from tags anything else.
{ lib, config, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { tags = [ "laptop" ]; description = "at home"; };
  inventory.machines.sara = { };
  inventory.tags = { machines, lib, config, ... }: {
    home = lib.attrNames (lib.filterAttrs (_: it: it.description == "at home") machines);
    rest = lib.filter (name: name != "jon") config.all;
    never = lib.optional (false && machines.jon.tags == [ ]) "jon";
  };
  inventory.instances.sshd.roles.server.machines =
    lib.mapAttrs (_: _: { }) (lib.filterAttrs (_: it: it.tags == [ ]) config.inventory.machines);
}
# show: tag home = jon
# show: tag rest = sara
