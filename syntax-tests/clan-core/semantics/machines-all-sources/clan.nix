{
  meta.name = "t";
  imports = [ ./more.nix ];
  inventory.machines.inv = { };
  machines.clanmach = { };
  inventory.instances.bk = { module.name = "borgbackup"; roles.client.tags.all = { }; roles.server.machines.inv = { }; };
}
# show: machines = ".hidden", clanmach, dirmach, emptydir, fromjson (darwin), imported, inv
# show: tag all = ".hidden", clanmach, dirmach, emptydir, fromjson, imported, inv
# show: tag darwin = fromjson
# show: tag j = fromjson
# show: tag nixos = ".hidden", clanmach, dirmach, emptydir, imported, inv
# show: tag x = imported
# show: bk.client = ".hidden" (tag all), clanmach (tag all), dirmach (tag all), emptydir (tag all),
# | fromjson (tag all), imported (tag all), inv (tag all)
# show: bk.server = inv (machine)
