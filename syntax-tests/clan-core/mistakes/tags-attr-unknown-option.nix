{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags.backup.setings = { };
    #                        ^^^^^^^ error[unknown-option]: a tag of a role has no option `setings`: did you mean `settings`?
    roles.server.machines."server" = { };

  };

}
