{ tags = [ ]; }
