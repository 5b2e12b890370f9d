{
  inventory.machines = { jon = { }; sara = { }; eve = { }; };
  #                      ^^^ preview: without the machine jon in more.nix:2: no membership changes
  #                                 ^^^^ preview: without the machine sara in more.nix:2: 1 machine changes
  # |
  # | machine  change
  # | sara     goes
  #                                             ^^^ preview: without the machine eve in more.nix:2: 1 machine changes
  # |
  # | machine  change  what            through
  # | eve      goes
  # | eve      loses   role bk client  by name (more.nix:3)
  # | eve      loses   role bk server  tag both (clan.nix:9)
  inventory.instances.bk.roles.client.machines.eve = { };
}
