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
    roles.client.machines.jon.startAt = "daily";
    #                         ^^^^^^^ error[unknown-option]: a machine of a role has no option `startAt`; it has `settings`
  };

}
