{ clan.meta.name = "example"; clan.inventory.machines.jon = { }; }
