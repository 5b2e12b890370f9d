{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = lib.mapAttrs (name: _: import (./fleet + "/${name}")) (builtins.readDir ./fleet);
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.server.machines.jon = { };
    #                      ^ rename: john
    # | refused: the machine `jon` has its name from the file fleet/jon/default.nix: rename that
  };
}
