# An input that can't be known may offer any service.
{ inputs, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.net = {
    module = { name = "anything"; input = inputs.secret.name; };
    roles.whatever.machines.jon = { };
  };
}
# show: module of net = anything (from ?)
