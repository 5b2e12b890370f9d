{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  #                               ^^^^^^^^ hover: tag backup of jon: 1 role
  # |
  # | role       through                  otherwise
  # | bk client  tag backup (clan.nix:6)  not that is known
  # |
  # | also carried by sara
  inventory.machines.sara.tags = [ "backup" "b
  #                                ^^^^^^^^ hover: tag backup of sara: 1 role
  # |
  # | role       through                  otherwise
  # | bk client  tag backup (clan.nix:6)  not that is known
  # |
  # | also carried by jon
  #                                         ^ error[syntax]: this string is never closed: missing `"`
  # | fix => inventory.machines.sara.tags = [ "backup" "b"
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.tags = [ "backup" ];
}
