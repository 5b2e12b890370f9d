{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    #             ^^^^^^^^^^^^ related[duplicate-instance]: the other module
    roles.client.machines.jon = { };
  };
}
