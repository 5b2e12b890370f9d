{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.tags.backup = [ "jon" ];
  #              ^^^^^^ hover: tag **backup**: 1 machine
  # |
  # | - jon (by `inventory.tags`, clan.nix:4)
  #                         ^^^^^ hover: machine **jon** (nixos)
  # |
  # | tags: `all`, `backup`, `nixos`
  # |
  # | defined in clan.nix:3
}
