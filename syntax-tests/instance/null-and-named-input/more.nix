{
  inventory.instances.bk = {
    module.input = "clan-core";
    #              ^^^^^^^^^^^ error[duplicate-instance]: the instance `bk` is already defined with another module
    roles.server.machines.jon = { };
  };
}
