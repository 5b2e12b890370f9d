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
    roles.client.extraModules = [ ./nope.nix ];
    #                             ^^^^^^^^^^ warning[missing-file]: `./nope.nix` does not exist; nobody reads it until a machine is built
  };

}
