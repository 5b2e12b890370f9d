{
  backup.module.name = "borgbackup";
  backup.roles.client.tags = [ "laptop" ];
  #                            ^^^^^^^^ hover: tag laptop: 1 machine
  # |
  # | machine  from
  # | jon      clan.nix:11
  # |
  # | used by        at
  # | backup client  instances/backup.nix:3
}
