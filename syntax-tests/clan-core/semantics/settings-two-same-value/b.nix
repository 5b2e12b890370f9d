{ inventory.instances.bk = { roles.client.settings.startAt = "daily"; }; }
