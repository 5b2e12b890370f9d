{ inventory.instances.nightly.roles.client.tags = [ "laptop" ]; }
