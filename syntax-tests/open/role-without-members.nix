# Empty on purpose.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines = { };
    roles.server.machines.jon = { };
  };
}
# show: bk.client = (none)
# show: bk.server = jon (machine)
