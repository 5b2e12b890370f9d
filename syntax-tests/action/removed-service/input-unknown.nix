{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.dns = {
    module.name = "coredns";
    #                ^ actions:
    # | Take `coredns` from the input `clan-community` (quickfix, preferred)
    #                ^ action: Take `coredns` from the input `clan-community`
    # | +     module.input = "clan-community";
    #             ^^^^^^^^^ error[removed-service]: the service `coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
    roles.server.machines.jon = { };
  };
  inventory.instances.other.module = { name = "@clan/coredns"; input = "clan-core"; };
  #                                              ^ action: Take `coredns` from the input `clan-community`
  # | -   inventory.instances.other.module = { name = "@clan/coredns"; input = "clan-core"; };
  # | +   inventory.instances.other.module = { name = "coredns"; input = "clan-community"; };
  #                                           ^^^^^^^^^^^^^^^ error[removed-service]: the service `@clan/coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
  inventory.instances.coredns = { roles.server.machines.jon = { }; };
  #                      ^ action: Take `coredns` from the input `clan-community`
  # | -   inventory.instances.coredns = { roles.server.machines.jon = { }; };
  # | +   inventory.instances.coredns = { module.input = "clan-community"; roles.server.machines.jon = { }; };
  #                   ^^^^^^^ error[removed-service]: the service `coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
}
