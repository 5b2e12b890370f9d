{ sshd.roles.server.tags.all = { }; }
