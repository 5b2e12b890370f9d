# What stands on the left is there all the same.
{ inputs, ... }:
{
  meta.name = "example";
  inventory.machines = { jon = { }; } // inputs.foo.machines;
  inventory.instances.sshd = {
    roles.server.machines.jon = { };
    roles.client.machines.server = { };
  };
}
