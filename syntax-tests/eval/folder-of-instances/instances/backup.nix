{
  backup.module.name = "borgbackup";
  backup.roles.client.tags = [ "laptop" ];
  #                            ^^^^^^^^ hover: tag **laptop**: 1 machine
  # |
  # | - jon (clan.nix:11)
  # |
  # | used by `backup` client
}
