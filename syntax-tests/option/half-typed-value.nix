# A value that is being typed may become one of the right type.
{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = lib.mapAttrs (name: 
  #                                      ^ error[syntax]: expected an expression after `:`
  inventory.instances.bk.module.name = "borgbackup";
}
