{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.servr.machines.jon = { };
    #     ^^^^^ error[unknown-role]:
    #     ^^^^^ hover:
  };
}
