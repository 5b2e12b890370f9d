{
  meta.name = "example";
  # <- definition: (none)
  inventory.machines.jon = { };
  #         ^ definition: (none)
  inventory.instances.bk = {
    module = { name = "borgbackup"; };
    # <- definition: (none)
    roles.server.machines.jon = { };
    #     ^ definition: (none)
  };
}
