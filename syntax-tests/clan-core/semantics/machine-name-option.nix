{ meta.name = "t"; inventory.machines.jon.name = "other"; inventory.instances.sshd.roles.server.machines.other = { }; }
# show: machines = jon
# show: tag all = jon
# show: tag nixos = jon
# show: sshd.server = other (machine)
#                                                                                                        ^^^^^ warning[unknown-machine]: no machine is called `other`
