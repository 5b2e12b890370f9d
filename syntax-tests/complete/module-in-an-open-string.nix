{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "bor
    #                 ^ complete borgbackup => module.name = "borgbackup
    roles.client.machines.jon = { };
  };
}
# show: bk.client = jon (machine)
