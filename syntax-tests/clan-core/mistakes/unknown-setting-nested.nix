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
    roles.client.settings.destinations.d = { repo = "r"; rhs = "x"; };
    #                                                    ^^^ error[unknown-setting]: the role `client` of `borgbackup` has no setting `destinations.d.rhs`: did you mean `rsh`?
  };

}
