{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = {
      name = "borgbakup";
      #      ^^^^^^^^^^^ error[unknown-module]:
      input = "clan-core";
    };
    roles.client.machines.jon = { };
  };
}
