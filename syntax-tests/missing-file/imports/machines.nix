{ inventory.machines.jon = ./jon.nix; }
#                          ^^^^^^^^^ error[missing-file]: `./jon.nix` does not exist
