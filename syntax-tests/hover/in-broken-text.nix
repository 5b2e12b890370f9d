{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup"
    #                        ^ error[syntax]: missing `;` after `"borgbackup"`
    # | fix => module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #     ^^^^^^ hover: role client of bk (borgbackup)
    # |
    # | Machines whose state is backed up
    # |
    # | 1 machine
    # |
    # | machine  through
    # | jon      tag backup (clan.nix:6)
    # |
    # | source: clan-core d7c35d9 (built in)
    #                     ^^^^^^^^ hover: tag backup: 1 machine
    # |
    # | machine  from
    # | jon      clan.nix:3
    # |
    # | used by    at
    # | bk client  clan.nix:6
  };
}
