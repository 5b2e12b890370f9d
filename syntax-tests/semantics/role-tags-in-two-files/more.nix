{ inventory.instances.sshd.roles.server.tags.server = { }; }
