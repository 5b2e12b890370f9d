# Either may be.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines = if self.inputs.foo.home then { jon = { }; } else { };
    roles.client.tags = if self.inputs.foo.home then [ "laptop" ] else [ ];
  };
}
# show: sshd.server = ...
# show: sshd.client = ...
