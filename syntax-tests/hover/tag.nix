{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" "laptop" ];
    #            ^^^^^^^^ hover: tag backup of jon: 1 role
    # |
    # | role       through                   otherwise
    # | bk client  tag backup (clan.nix:10)  not at all
    # |
    # | also carried by sara
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #                     ^^^^^^^^ hover: tag backup: 2 machines
    # |
    # | machine  from
    # | jon      clan.nix:4
    # | sara     clan.nix:5
    # |
    # | used by    at
    # | bk client  clan.nix:10
    roles.server.tags.all = { };
    #                 ^^^ hover: tag all: 3 machines
    # |
    # | machine  from
    # | jon      built in
    # | sara     built in
    # | server   built in
    # |
    # | used by    at
    # | bk server  clan.nix:11
  };
}
