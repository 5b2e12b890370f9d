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

  };
  imports = [ ./nope.nix ];
  #           ^^^^^^^^^^ error[missing-file]: `./nope.nix` does not exist
}
