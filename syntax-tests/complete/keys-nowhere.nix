# Where names are the user's own, and where Clan's options end.
{
  meta.name = "example";
  inventory.machines.jon.deploy.targetHost = { };
  #                                           ^ complete: (none)
  #                                          ^^^ error[wrong-type]: `targetHost` takes `null` or a string, not a set
  inventory.machines.
  #                  ^ complete: (none)
  #                 ^ error[syntax]: expected a name after `.`
  machines.jon = { };
  #               ^ complete: (none)
  specialArgs = { };
  #              ^ complete: (none)
  # inventory.
  #           ^ complete: (none)
  inventory.instances.bk.module.name = "borgbackup";
}
