{ lib, config, ... }:
{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.instances.sshd = {
    roles.server.machines = lib.genAttrs [ "jon" ] (_: { });
    roles.client.machines = lib.genAttrs (builtins.attrNames config.inventory.machines) (_: { });
  };
}
# show: sshd.server = jon (machine)
# show: sshd.client = jon (machine), sara (machine)
