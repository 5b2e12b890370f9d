# What may be more says so.
{ clan-core, ... }:
{
  meta.name = "example";
  inventory.machines = clan-core.machines // { jon.tags = [ "backup" ]; m1 = { }; m2 = { }; m3 = { }; };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" "maybe" ];
    roles.server.tags = [ "all" ];
  };
}
# hints:
# | inventory.instances.bk«borgbackup» = {
# | roles.client.tags = [ "backup"«jon, …» "maybe" ];
# | roles.server.tags = [ "all"«4+ machines» ];
