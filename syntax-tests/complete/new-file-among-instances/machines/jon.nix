{ tags = [ "laptop" ]; }
