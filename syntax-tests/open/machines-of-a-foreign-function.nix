{ self, ... }:
{
  meta.name = "example";
  inventory.machines = self.inputs.foo.machinesFor "home";
  inventory.instances.sshd = {
    roles.server.machines.server = { };
    roles.client.tags = [ "laptop" ];
  };
}
# show: unknown = inventory.machines
