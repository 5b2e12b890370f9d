# No binding can stand where an expression is wanted.
{ lib, ... }:
{
  meta.name = "x";
  inventory.machines = lib.mapAttrs (name: 
  #                                        ^ binding: imports
  # | (none)
  #                                      ^ error[syntax]: expected an expression after `:`
  inventory.instances.bk = {
    module.name = "borgbackup";
  };
}
