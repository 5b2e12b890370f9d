# What only looks like an inventory is none.
{ lib, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  machines.jon = { lib, ... }: {
    options.inventory.ipAllocation = lib.mkOption { default = { }; };
    config = {
      clan.core.networking.targetHost = "jon";
      inventory.ipAllocation.jon = 1;
      inventory.instances.nope.roles.nope.machines.nobody = { };
    };
  };
  inventory.instances.tags = {
    module.name = "sshd";
    roles.server.machines.jon = { };
  };
  inventory.instances.machines = {
    module.name = "sshd";
    roles.client.machines.jon = { };
  };
  # inventory.instances.commented.roles.nope.tags = [ "nope" ];
}
# show: instances = machines, tags
