{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd.roles.server.tags = [ "bakcup" ];
  #                                              ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `bakcup`: did you mean `backup`?
  #                                              ^^^^^^^^ hover: tag bakcup: no machine carries it
  # |
  # | used by      at
  # | sshd server  clan.nix:4
}
