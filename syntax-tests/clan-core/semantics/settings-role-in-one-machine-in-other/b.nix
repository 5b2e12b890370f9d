{ inventory.instances.bk = { roles.client.machines.jon.settings.exclude = [ "x" ]; }; }
