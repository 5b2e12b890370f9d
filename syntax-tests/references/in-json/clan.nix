{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  #                  ^^^ references: defined clan.nix:3:22 used inventory.json:3:42
  #                               ^^^^^^^^ references: defined clan.nix:3:35 used
  # | inventory.json:3:65
}
