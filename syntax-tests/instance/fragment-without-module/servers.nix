{
  inventory.instances.backup.roles.server.machines.jon = { };
}
