{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    # <--- hover: machine jon (nixos), defined in clan.nix:4
    # |
    # | role       through
    # | bk client  tag backup (clan.nix:9)
    # | bk server  by name (clan.nix:10)
    # |
    # | tag     from
    # | backup  clan.nix:4
    # | all     built in
    # | nixos   built in
    "mac".machineClass = "darwin";
    # <----- hover: machine mac (darwin), defined in clan.nix:5
    # |
    # | role       through
    # | bk server  by name (clan.nix:11)
    # |
    # | tag     from
    # | all     built in
    # | darwin  built in
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    roles.server.machines.jon = { };
    #                     ^^^ hover: machine jon (nixos), defined in clan.nix:4
    # |
    # | role       through
    # | bk client  tag backup (clan.nix:9)
    # | bk server  by name (clan.nix:10)
    # |
    # | tag     from
    # | backup  clan.nix:4
    # | all     built in
    # | nixos   built in
    roles.server.machines."mac" = { };
    #                     ^^^^^ hover: machine mac (darwin), defined in clan.nix:5
    # |
    # | role       through
    # | bk server  by name (clan.nix:11)
    # |
    # | tag     from
    # | all     built in
    # | darwin  built in
  };
}
