{ lib, ... }:
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" "backup" "backup" ];
  inventory.machines.sara.tags = lib.mkDefault [ "backup" ];
  inventory.machines.mike.tags = lib.mkMerge [ [ "backup" ] [ "laptop" ] ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #                       ^ rename: 2nd backup
    # | -   inventory.machines.jon.tags = [ "laptop" "backup" "backup" ];
    # | +   inventory.machines.jon.tags = [ "laptop" "2nd backup" "2nd backup" ];
    # | ...
    # | -   inventory.machines.mike.tags = lib.mkMerge [ [ "backup" ] [ "laptop" ] ];
    # | +   inventory.machines.mike.tags = lib.mkMerge [ [ "2nd backup" ] [ "laptop" ] ];
    # | ...
    # | -     roles.client.tags = [ "backup" ];
    # | +     roles.client.tags = [ "2nd backup" ];
    #                       ^ rename: laptop
    # | refused: there is a tag `laptop` already
    # <----------------- related[duplicate-attribute]: first defined here
    roles.server.tags.laptop = { };
    #                  ^ rename: 3rd
    # | -   inventory.machines.jon.tags = [ "laptop" "backup" "backup" ];
    # | +   inventory.machines.jon.tags = [ "3rd" "backup" "backup" ];
    # | ...
    # | -   inventory.machines.mike.tags = lib.mkMerge [ [ "backup" ] [ "laptop" ] ];
    # | +   inventory.machines.mike.tags = lib.mkMerge [ [ "backup" ] [ "3rd" ] ];
    # | ...
    # | -     roles.server.tags.laptop = { };
    # | +     roles.server.tags."3rd" = { };
    roles.client.tags.all = { };
    #                  ^ rename: every
    # | refused: `all` is a tag of Clan's own
    #                  ^ renamable: (none) `all` is a tag of Clan's own
    # <--------------------- error[duplicate-attribute]: `roles.client.tags.all` is already defined; Nix joins sets only where both are written out
  };
}
