{ tag }:
{
  jon.tags = [ tag ];
  # <--- hover: machine **jon** (nixos)
  # |
  # | tags: `x`, `all`, `nixos`
  # |
  # | defined in machines.nix:3
  # |
  # | - `bk` client: by name
}
