{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines."
    #                      ^ complete: jon
    roles.server.machines.jon = { };
  };
}
# show: bk.server = jon (machine)
