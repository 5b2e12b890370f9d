{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.machines.byhand.tags = [ "darwin" ];
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.server.machines."server" = { };
    roles.client.tags.darwin = { };
  };

}
# show: machines = byhand, jon, sara, server
# show: tag all = byhand, jon, sara, server
# show: tag backup = jon, sara
# show: tag darwin = byhand
# show: tag nixos = byhand, jon, sara, server
# show: bk.client = byhand (tag darwin)
# show: bk.server = server (machine)
