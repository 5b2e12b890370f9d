{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.tags.backup = [ "jon" ];
  #              ^^^^^^ hover: tag backup: 1 machine
  # |
  # | machine  from
  # | jon      inventory.tags, clan.nix:4
  #                         ^^^^^ hover: machine jon (nixos), defined in clan.nix:3
  # |
  # | tag     from
  # | all     built in
  # | backup  inventory.tags, clan.nix:4
  # | nixos   built in
}
