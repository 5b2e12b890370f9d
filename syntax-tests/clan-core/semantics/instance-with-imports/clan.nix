{ meta.name = "t"; inventory.machines = { jon.tags = [ "backup" ]; sara.tags = [ "backup" ]; server = { }; }; inventory.instances.bk = { imports = [ ./bk.nix ]; roles.client.machines.sara = { }; }; }
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: bk.client = jon (machine), sara (machine)
# show: bk.server = server (machine)
