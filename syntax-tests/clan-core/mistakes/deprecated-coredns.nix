{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.dns = { module.name = "coredns"; roles.server.machines.server = { }; };
  #                                         ^^^^^^^^^ error[removed-service]: the service `coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community
}
