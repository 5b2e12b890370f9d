{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module = { name = "borgbakup"; input = "clan-core"; }; roles.client.tags = [ "backup" ]; };
  #                                            ^^^^^^^^^^^ error[unknown-module]: clan-core has no service `borgbakup`: did you mean `borgbackup`?
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
