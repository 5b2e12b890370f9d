{ lib, ... }:
let
  names = map (lib.removeSuffix ".nix") (builtins.attrNames (builtins.readDir ./tags));
in
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.tags = lib.genAttrs names (name: import (./tags + "/${name}.nix"));
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.server.tags = [ "office" ];
    #                       ^ rename: desk
    # | refused: the tag `office` has its name from the file tags/office.nix: rename that
    roles.client.tags = [ "home" ];
  };
}
