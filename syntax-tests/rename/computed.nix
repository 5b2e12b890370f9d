{ lib, ... }:
let
  numbers = [ "1" "2" ];
  web = n: "web${n}";
  # <-- renamable: (none)
  jon = { tags = [ "inherited" ]; };
in
{
  meta.name = "example";
  inventory.machines = lib.genAttrs (map web numbers) (_: { tags = [ "web" ]; }) // { inherit jon; };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.server.tags = [ "web" ];
    #                      ^ rename: www
    # | -   inventory.machines = lib.genAttrs (map web numbers) (_: { tags = [ "web" ]; }) // { inherit jon; };
    # | +   inventory.machines = lib.genAttrs (map web numbers) (_: { tags = [ "www" ]; }) // { inherit jon; };
    # | ...
    # | -     roles.server.tags = [ "web" ];
    # | +     roles.server.tags = [ "www" ];
    roles.client.machines.web1 = { };
    #                      ^ rename: www1
    # | refused: the name of the machine `web1` is computed at clan.nix:9, not written there
    roles.client.machines.jon = { };
    #                      ^ rename: john
    # | refused: `jon` is inherited: bind it with `=` first, so that its name can be another
  };
}
