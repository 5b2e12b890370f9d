{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.dns = {
    module.name = "coredns";
    #                ^ actions:
    # | Take `coredns` from the input `clan-community` (quickfix, preferred)
    #             ^^^^^^^^^ error[removed-service]: the service `coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
    roles.server.machines.jon = { };
  };
}
