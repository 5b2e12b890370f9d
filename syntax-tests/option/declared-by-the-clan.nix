# A module may declare options of its own: those are known.
{ lib, ... }:
{
  imports = [ { options.colour = lib.mkOption { type = lib.types.str; }; } ];
  config = {
    meta.name = "example";
    colour = "red";
    inventory.machines.jon = { };
  };
}
