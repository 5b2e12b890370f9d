{
  inventory.instances.bk = {
    module.name = "borgbackup";
    module.input = "clan-core";
    roles.server.machines.jon = { };
  };
}
