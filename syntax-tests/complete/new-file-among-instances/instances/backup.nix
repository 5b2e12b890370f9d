{ ... }: { borgbackup.roles.client.tags = [ "laptop" ]; }
