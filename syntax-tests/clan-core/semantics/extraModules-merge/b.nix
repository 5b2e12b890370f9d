{ inventory.instances.bk = { roles.client.extraModules = [ { } ]; }; }
