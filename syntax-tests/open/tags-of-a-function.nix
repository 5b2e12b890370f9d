# What a function of the fleet yields is left open.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.tags = { inputs, ... }: {
    rest = inputs.foo.filter "jon";
  };
  inventory.instances.sshd.roles.server.tags = [ "rest" ];
}
# show: sshd.server = ...
