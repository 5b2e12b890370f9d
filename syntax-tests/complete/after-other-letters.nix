{
  meta.name = "example";
  inventory.machines."jörg" = { };
  inventory.instances.sshd.roles.server.machines."jö" = { };
  #                                                 ^ complete: jörg
  #                                                 ^ complete jörg => inventory.instances.sshd.roles.server.machines."jörg" = { };
  #                                              ^^^^ warning[unknown-machine]: no machine is called `jö`
}
