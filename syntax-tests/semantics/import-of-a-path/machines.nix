{ tag }:
{
  jon.tags = [ tag ];
  # <--- hover: machine jon (nixos), defined in machines.nix:3
  # |
  # | role       through
  # | bk client  by name (inventory.nix:5)
  # |
  # | tag    from
  # | x      machines.nix:3
  # | all    built in
  # | nixos  built in
}
