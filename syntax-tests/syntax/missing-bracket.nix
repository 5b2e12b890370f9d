{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup";
  #                             ^ error[syntax]: `[` is never closed: missing `]`
  # | fix => inventory.machines.jon.tags = [ "backup"];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
  };
}
# show: bk.client = jon (tag backup), ...
