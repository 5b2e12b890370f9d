{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jon = { };
  #                                              ^^^ hover: machine **jon** (nixos)
  # |
  # | tags: `x`, `all`, `nixos`
  # |
  # | defined in clan.nix:4, more.nix:2, clan.nix:5, machines/jon/
  # |
  # | - `sshd` server: by name
}
