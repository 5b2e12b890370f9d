{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd = {
    roles.server.tags = [ "backup" "bakcup" ];
    #                              ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `bakcup`: did you mean `backup`?
    roles.client.tags = [ "everything" ];
    #                     ^^^^^^^^^^^^ warning[unknown-tag]: no machine carries the tag `everything`
  };
}
# show: sshd.client = (none)
