{ self }: { instances.sshd.roles.server.machines.jon = { }; }
