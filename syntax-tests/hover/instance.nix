{
  meta.name = "example";
  inventory.machines = { jon.tags = [ "laptop" ]; sara = { }; };
  inventory.instances.bk = {
  #                   ^^ hover: instance **bk** of `borgbackup` (input `clan-core`)
  # |
  # | - client: jon
  # | - server: sara
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "laptop" ];
    roles.server.machines.sara = { };
  };
  inventory.instances.sshd.roles.server = { };
  #                   ^^^^ hover: instance **sshd** of `sshd`
  # |
  # | - server: nobody
  inventory.instances = {
    users = { };
    # <----- hover: instance **users** of `users`
    # |
    # | no role has members yet
    theirs.module = { name = "vpn"; input = "elsewhere"; };
    # <------ hover: instance **theirs** of `vpn` (input `elsewhere`)
    # |
    # | no role has members yet
  };
}
