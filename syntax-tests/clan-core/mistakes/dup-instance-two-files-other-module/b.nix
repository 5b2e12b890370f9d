{ inventory.instances.bk = { module.name = "sshd"; module.input = "clan-core"; roles.server.machines.server = { }; }; }
#                                          ^^^^^^ error[duplicate-instance]: the instance `bk` is already defined with another module
