{
  meta.name = "example";
  imports = [ ./backup.nix ];
  inventory.machines = import ./machines.nix;
}
# tokens: (none)
