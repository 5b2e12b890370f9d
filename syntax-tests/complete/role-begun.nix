{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.cl
    #       ^ complete: client server
    #       ^ complete client => roles.client
    #       ^ complete server => roles.server
    #     ^^ error[syntax]: expected `=` and a value after `roles.cl`
  };
}
