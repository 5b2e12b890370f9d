{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd = {
    roles.server.tags = [ "backup" "bakcup" ];
    #                              ^^^^^^^^ warning[unknown-tag]:
    roles.client.tags = [ "everything" ];
    #                     ^^^^^^^^^^^^ warning[unknown-tag]:
  };
}
# show: sshd.client = (none)
