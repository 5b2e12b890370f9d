{
  meta.name = "example";
  inventory.machines."jörg".tags = [ "büro" ]; inventory.machines.sara.tags = [ "büro" ];
  #                                                               ^^^^ hover: machine **sara** (nixos)
  # |
  # | tags: `büro`, `all`, `nixos`
  # |
  # | defined in clan.nix:3
  #                  ^^^^^^ hover: machine **jörg** (nixos)
  # |
  # | tags: `büro`, `all`, `nixos`
  # |
  # | defined in clan.nix:3
  #                                                                             ^^^^^^ hover: tag **büro**: 2 machines
  # |
  # | - jörg (clan.nix:3)
  # | - sara (clan.nix:3)
}
