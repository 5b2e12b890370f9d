{ meta.name = "example"; imports = [ ./m1.nix ./m2.nix ./m3.nix ./m4.nix ./m5.nix ./m6.nix ]; }
