{
  inventory.instances.backup.roles.servers.machines.jon = { };
  #                                ^^^^^^^ error[unknown-role]:
}
