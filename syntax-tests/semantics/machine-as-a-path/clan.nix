{
  meta.name = "example";
  inventory.machines.jon = ./jon.nix;
}
# show: tags of jon = x, all, nixos
