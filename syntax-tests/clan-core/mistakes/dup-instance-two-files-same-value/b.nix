{ inventory.instances.bk = { module.name = "borgbackup"; module.input = "clan-core"; roles.client.machines.server = { }; }; }
