{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" "laptop" ];
    #            ^^^^^^^^ hover: tag **backup**: 2 machines
    # |
    # | - jon (clan.nix:4)
    # | - sara (clan.nix:5)
    # |
    # | used by `bk` client
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #                     ^^^^^^^^ hover: tag **backup**: 2 machines
    # |
    # | - jon (clan.nix:4)
    # | - sara (clan.nix:5)
    # |
    # | used by `bk` client
    roles.server.tags.all = { };
    #                 ^^^ hover: tag **all**: 3 machines
    # |
    # | - jon
    # | - sara
    # | - server
    # |
    # | used by `bk` server
  };
}
