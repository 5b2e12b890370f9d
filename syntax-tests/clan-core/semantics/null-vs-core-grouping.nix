{ meta.name = "t"; inventory.machines = { jon.tags = [ "backup" ]; sara.tags = [ "backup" ]; server = { }; }; inventory.instances.z1 = { module.name = "zerotier"; roles.controller.machines.server = { }; roles.peer.machines.jon = { }; }; inventory.instances.z2 = { module = { name = "zerotier"; input = "clan-core"; }; roles.controller.machines.server = { }; roles.peer.machines.jon = { }; }; }
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
# show: z1.controller = server (machine)
# show: z1.peer = jon (machine)
# show: z2.controller = server (machine)
# show: z2.peer = jon (machine)
