# One set and a dotted piece beside it are no two sets.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon = { };
  };
  inventory.instances.bk.roles.server.machines.jon = { };
}
# show: bk.client = jon (machine)
# show: bk.server = jon (machine)
