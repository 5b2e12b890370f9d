{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "backup" ];
    roles.server.machines."server" = { };
    roles.client.extraModules = [ "modules/x.nix" ];
    #                             ^^^^^^^^^^^^^^^ error[wrong-type]: `extraModules` takes a module: a set, a function or a path, not "modules/x.nix"
  };

}
