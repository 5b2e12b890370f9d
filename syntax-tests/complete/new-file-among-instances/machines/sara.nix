{ tags = [ "server" ]; }
