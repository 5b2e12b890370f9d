{ module.name = "borgbackup"; roles.client.machines.jon = { }; roles.server.machines.server = { }; }
