# What stands on the left is there all the same.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines = { jon = { }; } // self.inputs.foo.machines;
  inventory.instances.sshd = {
    roles.server.machines.jon = { };
    roles.client.machines.server = { };
  };
}
