{
  meta.name = "example";
  inventory.instances.bk.module.name = "borgbackup";
  #                                    ^^^^^^^^^^^^ hover: service borgbackup of clan-core
  # |
  # | Backs up machines' state to borg repositories over SSH
  # |
  # | role    for
  # | client  Machines whose state is backed up
  # | server  Machines that hold the repositories of the clients
  # |
  # | source: clan-core d7c35d9 (built in; this clan pins another version)
}
