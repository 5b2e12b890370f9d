{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "backup" ];
    roles.server.machines."server" = { };
    roles.client.machines."jno".settings.startAt = "daily";
    #                     ^^^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };

}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: bk.client = jno (machine), jon (tag backup), sara (tag backup)
# show: bk.server = server (machine)
