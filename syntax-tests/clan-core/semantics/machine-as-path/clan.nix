{ meta.name = "t"; inventory.machines.jon = ./jon.nix; }
# show: machines = jon
# show: tag all = jon
# show: tag nixos = jon
# show: tag x = jon
