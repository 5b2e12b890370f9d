# A priority around a whole module is that of each of its options: `inventory` is one, and so only
# the inventory counts that is forced.
{ lib, ... }:
{
  imports = [
    { config = lib.mkForce { inventory.instances.bk.module.name = "borgbackup"; }; }
  ];
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk.roles.client.machines.jon = { };
}
# show: machines = (none)
# show: module of bk = borgbackup
# show: bk.client = (absent)
