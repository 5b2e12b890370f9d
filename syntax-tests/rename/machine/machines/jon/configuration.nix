{ imports = [ ../sara/configuration.nix ]; }
