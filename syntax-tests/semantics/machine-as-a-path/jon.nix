{ tags = [ "x" ]; }
