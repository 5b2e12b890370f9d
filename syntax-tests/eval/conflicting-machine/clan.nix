# One value each: equal ones agree, a stronger one wins, others conflict.
{ lib, ... }:
{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = {
    description = "the laptop";
    #             ^^^^^^^^^^^^ related[conflicting-definition]: the other value
    machineClass = "nixos";
    icon = null;
    #      ^^^^ related[conflicting-definition]: the other value
  };
  inventory.machines.sara.description = lib.mkDefault "somebody";
}
