{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    # <--- hover: machine **jon** (nixos)
    # |
    # | tags: `backup`, `all`, `nixos`
    # |
    # | defined in clan.nix:4
    # |
    # | - `bk` client: tag `backup`
    # | - `bk` server: by name
    "mac".machineClass = "darwin";
    # <----- hover: machine **mac** (darwin)
    # |
    # | tags: `all`, `darwin`
    # |
    # | defined in clan.nix:5
    # |
    # | - `bk` server: by name
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    roles.server.machines.jon = { };
    #                     ^^^ hover: machine **jon** (nixos)
    # |
    # | tags: `backup`, `all`, `nixos`
    # |
    # | defined in clan.nix:4
    # |
    # | - `bk` client: tag `backup`
    # | - `bk` server: by name
    roles.server.machines."mac" = { };
    #                     ^^^^^ hover: machine **mac** (darwin)
    # |
    # | tags: `all`, `darwin`
    # |
    # | defined in clan.nix:5
    # |
    # | - `bk` server: by name
  };
}
