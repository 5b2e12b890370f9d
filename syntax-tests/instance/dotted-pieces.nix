# Dotted paths are one definition in pieces.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.machines.jon = { };
  inventory.instances.bk.roles.server = {
    machines.jon = { };
  };
}
# show: instances = bk
# show: module of bk = borgbackup
# show: bk.client = jon (machine)
# show: bk.server = jon (machine)
