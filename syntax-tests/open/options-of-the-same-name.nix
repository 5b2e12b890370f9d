# An option that bears the inventory's name declares, it does not define.
{ lib, ... }:
{
  meta.name = "example";
  options.inventory.instances.bk.roles.nobody.machines = lib.mkOption { };
  config.inventory.machines.jon = { };
}
# show: machines = jon
# show: instances = (none)
