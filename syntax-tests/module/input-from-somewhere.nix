# An input that can't be known may offer any service.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.net = {
    module = { name = "anything"; input = self.inputs.secret.name; };
    roles.whatever.machines.jon = { };
  };
}
# show: module of net = anything (from ?)
