{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jon = { };
  #                                              ^^^ hover:
}
