{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.dns = {
    module.name = "coredns";
    #                ^ actions: (none)
    #             ^^^^^^^^^ error[removed-service]: the service `coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
    roles.server.machines.jon = { };
  };
}
