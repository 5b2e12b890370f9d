{ unknown, ... }:
{
  meta.name = "example";
  modules.mine = { };
  #              ^ warning[module-without-name]: the service `mine` does not name itself: set `manifest.name`
  inventory.instances.bk.module = { name = "borgbackup"; input = "clan-core"; };
  #                                        ^^^^^^^^^^^^ hover: service borgbackup of clan-core
  # |
  # | Backs up machines' state to borg repositories over SSH
  # |
  # | role    for
  # | client  Machines whose state is backed up
  # | server  Machines that hold the repositories of the clients
  # |
  # | source: clan-core d7c35d9 (built in)
  inventory.instances.hello.module = { name = "mine"; input = "self"; };
  #                                           ^^^^^^ hover: service mine of this clan
  # |
  # | defined in clan.nix:4
  inventory.instances.vpn.module = { name = "vpn"; input = "elsewhere"; };
  #                                         ^^^^^ hover: service vpn of elsewhere, whose source is not at hand
  inventory.instances.dns.module.name = "coredns";
  #                                     ^^^^^^^^^ hover: service coredns moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
  #                                     ^^^^^^^^^ error[removed-service]: the service `coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
  inventory.instances.computed.module.name = unknown;
  #                                            ^ hover: (none)
  #                                          ^^^^^^^ error[missing-argument]: nobody gives the modules of a clan an argument `unknown`
}
