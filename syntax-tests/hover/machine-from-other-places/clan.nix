{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  machines.jon = { };
  inventory.instances.sshd.roles.server.machines.jon = { };
  #                                              ^^^ hover: machine jon (nixos), defined in clan.nix:4, more.nix:2, clan.nix:5, machines/jon/
  # |
  # | role         through
  # | sshd server  by name (clan.nix:6)
  # |
  # | tag    from
  # | x      more.nix:2
  # | all    built in
  # | nixos  built in
}
