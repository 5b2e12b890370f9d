# `config` is what the clan comes to, the machines of all sources included.
{ config, lib, ... }:
{
  meta.name = "example";
  machines.host = { };
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.sara.machineClass = "darwin";
  inventory.instances = {
    bk.module.name = "borgbackup";
    bk.roles.client.machines = lib.genAttrs (lib.attrNames config.inventory.machines) (_: { });
    bk.roles.server.machines = lib.filterAttrs (_: it: it.machineClass == "darwin") (
      lib.mapAttrs (_: _: { }) config.inventory.machines
    );
    ${config.meta.name}.module.name = "sshd";
  };
}
# show: instances = bk, example
# show: bk.client = host (machine), jon (machine), sara (machine)
# show: bk.server = ...
