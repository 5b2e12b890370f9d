{
  inventory.instances.backup.roles.servers.machines.jon = { };
  #                                ^^^^^^^ error[unknown-role]: `borgbackup` has no role `servers`: did you mean `server`?
}
