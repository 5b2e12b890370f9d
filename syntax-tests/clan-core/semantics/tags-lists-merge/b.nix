{ inventory.instances.bk = { roles.client.tags = [ "all" ]; }; }
