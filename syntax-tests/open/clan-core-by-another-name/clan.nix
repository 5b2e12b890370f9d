# The flake calls clan-core `clan`.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan"; };
    roles.client.machines.jon = { };
  };
}
# show: module of bk = borgbackup (from clan)
