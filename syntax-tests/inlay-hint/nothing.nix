{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.borgbackup.roles.client.machines.jon = { };
}
# hints: (none)
