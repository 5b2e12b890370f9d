{
  inventory.machines.jon.tags = [ "laptop" ];
  #                  ^^^ definition: clan.nix:5:22 more.nix:2:22 inventory.json:1:17 clan.nix:6:12
  # | machines/jon/configuration.nix:1:1
}
