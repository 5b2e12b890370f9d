{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon { };
    #                     ^^^ error[syntax]: missing `=` after `roles.client.machines.jon`
    # | fix => roles.client.machines.jon = { };
    roles.server.machines.jon = { };
  };
}
# show: bk.client = jon (machine)
# show: bk.server = jon (machine)
