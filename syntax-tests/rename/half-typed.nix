{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #                       ^ rename: saved
    # | -   inventory.machines.jon.tags = [ "backup" ];
    # | +   inventory.machines.jon.tags = [ "saved" ];
    # | ...
    # | -     roles.client.tags = [ "backup" ];
    # | +     roles.client.tags = [ "saved" ];
    roles.server.machines.jon
    #                     ^ rename: john
    # | -   inventory.machines.jon.tags = [ "backup" ];
    # | +   inventory.machines.john.tags = [ "backup" ];
    # | ...
    # | -     roles.server.machines.jon
    # | +     roles.server.machines.john
    #                     ^^^ error[syntax]: expected `=` and a value after `roles.server.machines.jon`
  };
}
