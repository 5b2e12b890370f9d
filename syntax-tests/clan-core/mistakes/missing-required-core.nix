{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.wg = { module.name = "wireguard"; roles.controller.machines.server = { }; roles.peer.machines.jon = { }; };
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: wg.controller = server (machine)
# show: wg.peer = jon (machine)
