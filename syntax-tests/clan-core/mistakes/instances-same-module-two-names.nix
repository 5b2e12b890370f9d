{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.a = { module.name = "borgbackup"; roles.server.machines.server = { }; };
  inventory.instances.b = { module = { name = "borgbackup"; input = "clan-core"; }; roles.server.machines.server = { }; };
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: a.server = server (machine)
# show: b.server = server (machine)
