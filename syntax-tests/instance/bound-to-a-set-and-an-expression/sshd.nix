{ roles.server.machines.jon = { }; }
