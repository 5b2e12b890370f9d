{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "
    #                      ^ complete: all backup nixos
    #                      ^ complete backup => roles.client.tags = [ "backup
    #                     ^ error[syntax]: this string is never closed: missing `"`
    # | fix => roles.client.tags = [ ""
    roles.server.machines.jon = { };
  };
}
# show: bk.server = jon (machine)
