# By tag and by name: one member with every reason.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" "all" ];
    roles.client.machines.jon.settings.startAt = "daily";
  };
}
# show: bk.client = jon (tag backup, tag all, machine)
