{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jo
    #                       ^ complete: jon sara
    #                       ^ complete jon => roles.client.machines.jon
    #                     ^^ error[syntax]: expected `=` and a value after `roles.client.machines.jo`
  };
}
