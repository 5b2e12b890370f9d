{
  inventory.instances.bk = {
    module.input = "clan-core";
    roles.server.machines.jon = { };
  };
}
