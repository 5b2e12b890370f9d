{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags.
    #                 ^ complete: all backup nixos
    #                 ^ complete backup => roles.client.tags.backup
    #                ^ error[syntax]: expected a name after `.`
    roles.server.tags = { b };
    #                      ^ complete: all backup nixos
    #                      ^ complete backup => roles.server.tags = { backup };
    #                     ^ error[syntax]: expected `=` and a value after `b`
  };
}
