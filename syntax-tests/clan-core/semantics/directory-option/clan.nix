{ meta.name = "t"; directory = ./sub; }
# show: machines = a, c
# show: tag all = a, c
# show: tag nixos = a, c
