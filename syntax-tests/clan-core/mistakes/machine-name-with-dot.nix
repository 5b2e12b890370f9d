{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.machines."a.b" = { };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "backup" ];
    roles.server.machines."server" = { };
    roles.client.machines."a.b" = { };
  };

}
# show: machines = "a.b", jon, sara, server
# show: tag all = "a.b", jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = "a.b", jon, sara, server
# show: bk.client = "a.b" (machine), jon (tag backup), sara (tag backup)
# show: bk.server = server (machine)
