{
  meta.name = "example";
  inventory.machines."jon.local" = { };
  inventory.machines."sara" = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines."jon.local" = { };
    #                      ^ rename: jon
    # | -   inventory.machines."jon.local" = { };
    # | +   inventory.machines.jon = { };
    # | ...
    # | -     roles.client.machines."jon.local" = { };
    # | +     roles.client.machines.jon = { };
    roles.server.machines.sara = { };
    #                     ^ rename: sara.local
    # | -   inventory.machines."sara" = { };
    # | +   inventory.machines."sara.local" = { };
    # | ...
    # | -     roles.server.machines.sara = { };
    # | +     roles.server.machines."sara.local" = { };
  };
}
