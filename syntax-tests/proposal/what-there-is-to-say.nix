# Of the one proposal that an editor shows.
{
  meta.name = "x";
  inventory.machines.jon.tags = [ "laptop" ];
  #                                ^ proposal: laptop
  # | tag laptop: 1 machine
  # |
  # | machine  from
  # | jon      clan.nix:4
  # |
  # | used by    at
  # | bk client  clan.nix:7
  #                                ^ proposal: nobody
  # | tag nobody: no machine carries it
  inventory.instances.bk = {
    module.name = "borgbackup";
    #              ^ proposal: sshd
    # | service sshd of clan-core
    # |
    # | Runs SSH servers whose host keys and certificates the clan manages
    # |
    # | role    for
    # | client  Machines that recognise the servers by their certificates
    # | server  Machines that accept SSH connections
    # |
    # | source: clan-core d7c35d9 (built in)
    roles.client.tags.laptop.settings.x = 1;
    #                        ^ proposal: settings
    # | option settings
    # |
    # | type: raw value
    # |
    # | Settings for these machines alone, beside those of the role.
    # |
    # | source: clan-core d7c35d9 (built in)
    #                                 ^ error[unknown-setting]: the role `client` of `borgbackup` has no setting `x`; there is `destinations`, `exclude` and `startAt`
    roles.client.settings = { };
    #                        ^ proposal: exclude
    # | setting exclude of the role client
    # |
    # | type: list of string
    # |
    # | default: `[ ]`
    # |
    # | Patterns of files and folders that are left out of backups.
    # |
    # | on machines  value
    # | jon          the default
    # |
    # | source: clan-core d7c35d9 (built in)
    roles.server.machines.jon = { };
    #                     ^ proposal: jon
    # | machine jon (nixos), defined in clan.nix:4
    # |
    # | role       through                  settings
    # | bk client  tag laptop (clan.nix:7)  x = 1;
    # | bk server  by name (clan.nix:9)
    # |
    # | tag     from
    # | laptop  clan.nix:4
    # | all     built in
    # | nixos   built in
  };
  inventory.instances.sshd.roles.client = { };
  #                              ^ proposal: client
  # | role client of sshd (sshd)
  # |
  # | Machines that recognise the servers by their certificates
  # |
  # | 0 machines
  # |
  # | source: clan-core d7c35d9 (built in)
  #                              ^ proposal: server
  # | role server of sshd (sshd)
  # |
  # | Machines that accept SSH connections
  # |
  # | 0 machines
  # |
  # | source: clan-core d7c35d9 (built in)
  inventory.instances.bor
  #                   ^ proposal: borgbackup
  # | service borgbackup of clan-core
  # |
  # | Backs up machines' state to borg repositories over SSH
  # |
  # | role    for
  # | client  Machines whose state is backed up
  # | server  Machines that hold the repositories of the clients
  # |
  # | source: clan-core d7c35d9 (built in)
  #                   ^^^ error[syntax]: expected `=` and a value after `inventory.instances.bor`
}
