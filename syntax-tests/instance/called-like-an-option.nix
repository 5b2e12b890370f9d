# `tags` and `machines` are names like any other here.
{
  meta.name = "example";
  inventory.machines.tags = { };
  inventory.instances.machines = {
    module.name = "sshd";
    roles.server.machines.tags = { };
  };
}
# show: machines = tags
# show: instances = machines
# show: machines.server = tags (machine)
