{ clan.inventory.machines.sara = { }; }
