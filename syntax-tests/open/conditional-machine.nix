# A machine that is perhaps wanted exists; what it carries is open.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines = {
    jon = self.inputs.foo.perhaps { };
    sara = { };
  };
  inventory.instances.sshd = {
    roles.server.tags.all = { };
    roles.client.tags.laptop = { };
    roles.client.machines.jon = { };
  };
}
# show: tags of jon = ...
# show: sshd.server = sara (tag all), ...
# show: sshd.client = jon (machine), ...
