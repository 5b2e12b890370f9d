# Either may be.
{ inputs, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines = if inputs.foo.home then { jon = { }; } else { };
    roles.client.tags = if inputs.foo.home then [ "laptop" ] else [ ];
  };
}
# show: sshd.server = ...
# show: sshd.client = ...
