{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.
    #                     ^ complete: jon sara
    #                     ^ complete jon => roles.client.machines.jon
    #                    ^ error[syntax]: expected a name after `.`
  };
}
