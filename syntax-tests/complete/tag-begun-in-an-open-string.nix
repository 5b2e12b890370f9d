# A tag that the list names already comes last.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "all" "ba
    #                              ^ complete: backup nixos all
    #                              ^ complete backup => roles.client.tags = [ "all" "backup
    #                           ^ error[syntax]: this string is never closed: missing `"`
    # | fix => roles.client.tags = [ "all" "ba"
    roles.server.machines.jon = { };
  };
}
# show: bk.server = jon (machine)
