# Which roles a service has can't be known where the service is not.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbakup";
    #             ^^^^^^^^^^^ error[unknown-module]: clan-core has no service `borgbakup`: did you mean `borgbackup`?
    roles.anything.machines.jon = { };
  };
}
