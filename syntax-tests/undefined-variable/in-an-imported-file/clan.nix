{
  meta.name = "example";
  imports = [ ./services.nix ];
  inventory.machines.jon = import ./jon.nix { tag = "laptop"; };
}
