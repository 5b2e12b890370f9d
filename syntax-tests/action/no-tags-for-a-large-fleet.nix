{
  meta.name = "example";
  inventory.machines = { a = { }; b = { }; c = { }; d = { }; e = { }; f = { }; };
  inventory.instances.sshd.roles.server.tags = [ "paris" ];
  #                                               ^ actions:
  # | Write the tags as a set (refactor.rewrite)
  #                                              ^^^^^^^ warning[unknown-tag]: no machine carries the tag `paris`
}
