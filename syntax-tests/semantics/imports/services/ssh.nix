{
  inventory.instances.sshd.roles.server.tags = [ "all" ];
  inventory.instances.sshd.roles.client.tags = [ "al" ];
  #                                              ^^^^ warning[unknown-tag]: no machine carries the tag `al`: did you mean `all`?
}
