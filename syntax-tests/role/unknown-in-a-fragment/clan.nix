{
  meta.name = "example";
  imports = [ ./servers.nix ];
  inventory.machines.jon = { };
  inventory.instances.backup = {
    module.name = "borgbackup";
    roles.client.machines.jon = { };
  };
}
