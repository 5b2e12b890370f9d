{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "backup" ];
    #     ^^^^^^ hover: role client of bk (borgbackup)
    # |
    # | Machines whose state is backed up
    # |
    # | 3 machines
    # |
    # | machine  through
    # | jon      tag backup (clan.nix:10)
    # | sara     tag backup (clan.nix:10)
    # | server   by name (clan.nix:11)
    # |
    # | source: clan-core d7c35d9 (built in)
    roles.client.machines.server = { };
    #     ^^^^^^ hover: role client of bk (borgbackup)
    # |
    # | Machines whose state is backed up
    # |
    # | 3 machines
    # |
    # | machine  through
    # | jon      tag backup (clan.nix:10)
    # | sara     tag backup (clan.nix:10)
    # | server   by name (clan.nix:11)
    # |
    # | source: clan-core d7c35d9 (built in)
    roles.server.machines = { };
    #     ^^^^^^ hover: role server of bk (borgbackup)
    # |
    # | Machines that hold the repositories of the clients
    # |
    # | 0 machines
    # |
    # | source: clan-core d7c35d9 (built in)
  };
}
