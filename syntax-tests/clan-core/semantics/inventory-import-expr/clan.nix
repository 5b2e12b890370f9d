{ meta.name = "t"; inventory = import ./inventory.nix; }
# show: machines = jon
# show: tag all = jon
# show: tag nixos = jon
# show: bk.client = jon (machine)
# show: bk.server = server (machine)
