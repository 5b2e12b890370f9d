{ inventory.machines.jon = { }; }
