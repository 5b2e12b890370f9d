{ meta.name = "t"; inventory.machines = { jon.tags = [ "backup" ]; sara.tags = [ "backup" ]; server = { }; }; modules.m = { _class = "clan.service"; manifest.name = "m"; roles.r.perInstance = { mkExports, ... }: { exports = mkExports { peer.hosts = [ ]; }; }; }; inventory.instances.i = { module = { name = "m"; input = "self"; }; roles.r.machines.jon = { }; }; }
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: i.r = jon (machine)
