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
    role.client.tags = [ "backup" ];
    # <---- error[unknown-option]: an instance has no option `role`: did you mean `roles`?
  };

}
