# Equal values agree, wherever they stand.
{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.machines.jon = { };
  };
}
# show: module of bk = borgbackup (from clan-core)
# show: bk.client = jon (machine)
# show: bk.server = jon (machine)
