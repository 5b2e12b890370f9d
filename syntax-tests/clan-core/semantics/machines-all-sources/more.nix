{ inventory.machines.imported.tags = [ "x" ]; }
