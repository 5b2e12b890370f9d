{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "
    #                      ^ complete: all backup nixos
    #                      ^ complete backup => roles.client.tags = [ "backup
    roles.server.machines.jon = { };
  };
}
# show: bk.server = jon (machine)
