{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.net = {
    module = { name = "anything"; input = "friends"; };
    roles.whatever.machines.jon = { };
    #     ^^^^^^^^ hover: role whatever of net (anything)
    # |
    # | 1 machine
    # |
    # | machine  through
    # | jon      by name (clan.nix:6)
  };
}
