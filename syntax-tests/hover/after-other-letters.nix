{
  meta.name = "example";
  inventory.machines."jörg".tags = [ "büro" ]; inventory.machines.sara.tags = [ "büro" ];
  #                                                               ^^^^ hover: machine sara (nixos), defined in clan.nix:3
  # |
  # | tag    from
  # | büro   clan.nix:3
  # | all    built in
  # | nixos  built in
  #                  ^^^^^^ hover: machine jörg (nixos), defined in clan.nix:3
  # |
  # | tag    from
  # | büro   clan.nix:3
  # | all    built in
  # | nixos  built in
  #                                                                             ^^^^^^ hover: tag büro of sara: no role comes with it
  # |
  # | also carried by jörg
}
