{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    # <--- hover:
    "mac".machineClass = "darwin";
    # <----- hover:
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    roles.server.machines.jon = { };
    #                     ^^^ hover:
    roles.server.machines."mac" = { };
    #                     ^^^^^ hover:
  };
}
