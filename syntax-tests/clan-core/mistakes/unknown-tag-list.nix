{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "bakcup" ];
    #                     ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `bakcup`: did you mean `backup`?
    roles.server.machines."server" = { };

  };

}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: bk.client = (none)
# show: bk.server = server (machine)
