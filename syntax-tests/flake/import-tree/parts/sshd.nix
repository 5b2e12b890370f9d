{ flake.clan.inventory.instances.sshd.roles.server.machines.jon = { }; }
