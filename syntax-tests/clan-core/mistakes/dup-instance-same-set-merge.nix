{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances = {
    bk = { module.name = "borgbackup"; roles.client.tags = [ "backup" ]; };
    # <-- related[duplicate-instance]: first defined here
    bk = { roles.server.machines.server = { }; };
    # <-- error[duplicate-instance]: the instance `bk` is defined twice in this set
  };
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: bk.client = jon (tag backup), sara (tag backup)
# show: bk.server = server (machine)
