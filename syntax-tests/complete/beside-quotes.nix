# A change is always around the cursor.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances.bk.module.name = "b";
  #                                       ^ complete borgbackup => inventory.instances.bk.module.name = "borgbackup";
  #                                     ^ complete borgbackup => inventory.instances.bk.module.name = "borgbackup";
  #                                    ^ complete borgbackup => inventory.instances.bk.module.name = "borgbackup";
  #                                    ^^^ error[unknown-module]: clan-core has no service `b`
  inventory.instances.sshd.roles.server.machines."jo" = { };
  #                                                  ^ complete jon => inventory.instances.sshd.roles.server.machines.jon = { };
  #                                                 ^ complete jon => inventory.instances.sshd.roles.server.machines."jon" = { };
  #                                              ^^^^ warning[unknown-machine]: no machine is called `jo`: did you mean `jon`?
}
