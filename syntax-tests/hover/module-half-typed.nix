{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
  #                   ^^ hover: instance bk of borgbackup
  # |
  # | role    machines  who
  # | server  1         jon
    module.name = "borgbackup";
    #             ^^^^^^^^^^^^ hover: service borgbackup of clan-core
    # |
    # | Backs up machines' state to borg repositories over SSH
    # |
    # | role    for
    # | client  Machines whose state is backed up
    # | server  Machines that hold the repositories of the clients
    # |
    # | source: clan-core d7c35d9 (built in)
    roles.server.machines.jon = { };
    roles.client.
    #           ^ error[syntax]: expected a name after `.`
  };
  inventory.instances.vpn.module = { name = "vpn"; input = ""; };
  #                   ^^^ hover: instance vpn of vpn
  # |
  # | no role has members yet
  #                                          ^ hover: (none)
  inventory.instances.
  #                  ^ error[syntax]: expected a name after `.`
}
