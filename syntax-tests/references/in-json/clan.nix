{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  #                  ^^^ references: defined clan.nix:3:22 inventory.json:4:17 used
  # | inventory.json:3:42
  #                               ^^^^^^^^ references: defined clan.nix:3:35 inventory.json:4:35
  # | used inventory.json:3:65
}
