{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = null; };
    roles.client.machines.jon = { };
  };
}
