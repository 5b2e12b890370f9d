{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.machines.dup.tags = [ "a" "a" ];
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "backup" ];
    roles.server.machines."server" = { };
    roles.client.machines.dup = { };
  };

}
# show: machines = dup, jon, sara, server
# show: tag a = dup
# show: tag all = dup, jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = dup, jon, sara, server
# show: bk.client = dup (machine), jon (tag backup), sara (tag backup)
# show: bk.server = server (machine)
