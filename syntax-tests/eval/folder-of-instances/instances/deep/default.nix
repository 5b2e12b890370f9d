{
  backup.roles.server.machines.jon = { };
  #            ^^^^^^ hover: role server of backup (borgbackup)
  # |
  # | Machines that hold the repositories of the clients
  # |
  # | 1 machine
  # |
  # | machine  through
  # | jon      by name (instances/deep/default.nix:2)
  # |
  # | source: clan-core d7c35d9 (built in)
}
