{ meta.name = "t"; imports = [ ./snippet.nix ]; }
