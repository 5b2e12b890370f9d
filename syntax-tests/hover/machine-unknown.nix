{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jno = { };
  #                                              ^^^ warning[unknown-machine]:
  #                                              ^^^ hover:
}
