{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.servr.machines.jon = { };
    #     ^^^^^ error[unknown-role]: `borgbackup` has no role `servr`: did you mean `server`?
    #     ^^^^^ hover: role servr of bk (borgbackup)
    # |
    # | 1 machine
    # |
    # | machine  through
    # | jon      by name (clan.nix:6)
  };
}
