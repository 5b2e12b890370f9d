{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.machines."jon" {};
    #                         ^ error[syntax]: missing `=` after `roles.client.machines."jon"`
    # | fix => roles.client.machines."jon" = {};
    roles.server.machines."server" = { };
  };
}
