{ jon.tags = [ "laptop" ]; }
# tokens:
# | 1: new machine jon, tag laptop
