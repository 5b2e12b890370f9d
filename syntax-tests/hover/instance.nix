{
  meta.name = "example";
  inventory.machines = { jon.tags = [ "laptop" ]; sara = { }; };
  inventory.instances.bk = {
  #                   ^^ hover: instance bk of borgbackup (input clan-core)
  # |
  # | role    machines  who
  # | client  1         jon
  # | server  1         sara
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "laptop" ];
    roles.server.machines.sara = { };
  };
  inventory.instances.sshd.roles.server = { };
  #                   ^^^^ hover: instance sshd of sshd
  # |
  # | role    machines
  # | server  0
  inventory.instances = {
    users = { };
    # <----- hover: instance users of users
    # |
    # | no role has members yet
    theirs.module = { name = "vpn"; input = "elsewhere"; };
    # <------ hover: instance theirs of vpn (input elsewhere)
    # |
    # | no role has members yet
  };
}
