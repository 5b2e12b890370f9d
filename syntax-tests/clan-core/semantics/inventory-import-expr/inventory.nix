{ machines.jon = { }; instances.bk = { module.name = "borgbackup"; roles.client.machines.jon = { }; roles.server.machines.server = { }; }; }
#                                                                                                                         ^^^^^^ warning[unknown-machine]: no machine is called `server`
