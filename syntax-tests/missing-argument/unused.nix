# Only who uses an argument misses it. A name in another scope is another name.
{ inputs, pkgs, lib, ... }:
{
  meta.name = "example";
  specialArgs = { inherit inputs; };
  machines.jon = { pkgs, ... }: { environment.systemPackages = [ pkgs.hello ]; };
  inventory.machines = let inputs = lib.attrNames { jon = { }; }; in lib.genAttrs inputs (_: { });
}
