{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.my-importer = { module = { name = "@clan/importer"; input = "clan-core"; }; roles.default.tags.all = { }; };
  #                                                     ^^^^^^^^^^^^^^^^ error[unknown-module]: clan-core has no service `@clan/importer`
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
