{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup";
  #                             ^ error[syntax]:
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
  };
}
# show: bk.client = jon (tag backup)
