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
    roles.client.settings.imports = [ { startAt = "daily"; } ];
    #                     ^^^^^^^ error[invalid-settings]: settings can't import modules
  };

}
