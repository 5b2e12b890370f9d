{ config.inventory.machines.sara = { }; }
