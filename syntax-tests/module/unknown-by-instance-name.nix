# The instance's name stands in for the service's.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.my-backup = {
  #                   ^^^^^^^^^ error[unknown-module]:
    roles.client.machines.jon = { };
  };
}
