{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  inventory.instances.backup.module.name = "borgbackup";
}
