{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" "laptop" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" "lap ];
    #                              ^ error[syntax]: this string is never closed: missing `"`
    # | fix => roles.client.tags = [ "backup" "lap" ];
    roles.server.tags.backup
    #                 ^^^^^^ error[syntax]: expected `=` and a value after `roles.server.tags.backup`
    roles.server.tags.
    #                ^ error[syntax]: expected a name after `.`
  };
  inventory.instances.
  #                  ^ error[syntax]: expected a name after `.`
  inventory.instances.sshd.roles.server.tags = [ "laptop"
  #                                            ^ error[syntax]: `[` is never closed: missing `]`
  # | fix => inventory.instances.sshd.roles.server.tags = [ "laptop"];
}
# hints:
# | inventory.instances.bk«borgbackup» = {
# | roles.client.tags = [ "backup"«jon» "lap ];
# | inventory.instances.sshd.roles.server.tags = [ "laptop"«jon»
