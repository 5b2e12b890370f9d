{ clan.inventory.machines.jon = { }; }
