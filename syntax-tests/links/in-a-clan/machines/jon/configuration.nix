{ imports = [ ./hardware.nix ../../more.nix ]; }
# links:
# | 1:30 ../../more.nix -> more.nix
