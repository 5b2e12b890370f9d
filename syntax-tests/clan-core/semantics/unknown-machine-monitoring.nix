{ meta.name = "t"; inventory.machines = { jon.tags = [ "backup" ]; sara.tags = [ "backup" ]; server = { }; }; inventory.instances.m = { module.name = "monitoring"; roles.client.tags.all = { }; }; }
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: m.client = jon (tag all), sara (tag all), server (tag all)
