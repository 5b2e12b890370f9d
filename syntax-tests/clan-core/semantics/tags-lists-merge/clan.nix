{ meta.name = "t"; imports = [ ./b.nix ]; inventory.machines = { jon.tags = [ "backup" ]; sara.tags = [ "backup" ]; server = { }; }; inventory.instances.bk = { module.name = "borgbackup"; roles.client.machines.jon = { }; roles.server.machines.server = { }; roles.client.tags = [ "backup" ]; }; }
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: bk.client = jon (tag backup, tag all, machine), sara (tag backup, tag all), server (tag all)
# show: bk.server = server (machine)
