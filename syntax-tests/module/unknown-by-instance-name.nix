# The instance's name stands in for the service's.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.my-backup = {
  #                   ^^^^^^^^^ error[unknown-module]: clan-core has no service `my-backup`; without `module.name` the instance's name stands for the service
    roles.client.machines.jon = { };
  };
}
