{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = null; };
    #                                       ^^^^ related[duplicate-instance]: the other module
    roles.client.machines.jon = { };
  };
}
