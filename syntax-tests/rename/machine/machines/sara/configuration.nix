{ imports = [ ../jon/disko.nix ]; }
