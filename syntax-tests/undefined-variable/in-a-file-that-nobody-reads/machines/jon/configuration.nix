{ environment.systemPackages = [ pkgs.hello ]; }
