{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = {
      name = "borgbakup";
      #      ^^^^^^^^^^^ error[unknown-module]: clan-core has no service `borgbakup`: did you mean `borgbackup`?
      input = "clan-core";
    };
    roles.client.machines.jon = { };
  };
}
