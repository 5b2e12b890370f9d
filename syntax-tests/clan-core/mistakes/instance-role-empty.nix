{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module.name = "borgbackup"; roles.client = { }; };
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: bk.client = (none)
