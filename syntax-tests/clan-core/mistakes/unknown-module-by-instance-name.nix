{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.my-backup = { roles.client.tags = [ "backup" ]; };
  #                   ^^^^^^^^^ error[unknown-module]: clan-core has no service `my-backup`; without `module.name` the instance's name stands for the service
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
