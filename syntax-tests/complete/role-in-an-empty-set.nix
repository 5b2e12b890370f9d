{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles = { };
    #        ^ complete: client server
    #        ^ complete client => roles = {client };
  };
}
