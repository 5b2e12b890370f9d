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
    roles.client.settings = { lib, ... }: { startAt = "daily"; };
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[invalid-settings]: settings are a set of plain values, not a function
  };

}
