{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbakup";
    #             ^^^^^^^^^^^ error[unknown-module]:
    roles.client.machines.jon = { };
  };
}
