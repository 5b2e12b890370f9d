{
  meta.name = "example";
  inventory.machines = { jon.tags = [ "laptop" ]; sara = { }; };
  inventory.instances = {
    bk = {
    # <-- related[duplicate-instance]: first defined here
      module.name = "borgbackup";
      roles.client.tags = [ "laptop" ];
      roles.server = {
        settings.directory = "/srv"; # large
      };
    };
    bk = {
    # <-- error[duplicate-instance]: the instance `bk` is defined twice in this set
    # <- action: Rename to `bk_2`
    # | -     bk = {
    # | +     bk_2 = {
    # <- action: Merge into the first `bk`
    # | -     };
    # | -     bk = {
    # | -       module = { name = "borgbackup"; };
      module = { name = "borgbackup"; };
      # The vault.
      roles.server.machines.sara = { };
    };
    #
    sshd = {
    # <---- related[duplicate-instance]: first defined here
      roles.server.tags = [ "laptop" ];
      module.name = "sshd";
    };
    sshd = {
    # <---- error[duplicate-instance]: the instance `sshd` is defined twice in this set
    # <- action: Rename to `sshd_2`
    # | -     sshd = {
    # | +     sshd_2 = {
    # <- action: Merge into the first `sshd`
    # | -     };
    # | -     sshd = {
    # | -       module.name =
    # | -         "sshd";
    # | ...
    # | -       };
    # | -       roles.server = {
    # | -         tags = [ "laptop" ];
      module.name =
        "sshd";
      roles.client = {
        machines.sara = { };
      };
      roles.server = {
        tags = [ "laptop" ];
      };
    };
    wifi = { roles.default.tags = [ "laptop" ]; };
    # <---- related[duplicate-instance]: first defined here
    wifi = { roles.default.machines.jon = { }; };
    # <---- error[duplicate-instance]: the instance `wifi` is defined twice in this set
    # <- action: Rename to `wifi_2`
    # | -     wifi = { roles.default.machines.jon = { }; };
    # | +     wifi_2 = { module.name = "wifi"; roles.default.machines.jon = { }; };
    # <- action: Merge into the first `wifi`
    # | -     wifi = { roles.default.tags = [ "laptop" ]; };
    # | -     wifi = { roles.default.machines.jon = { }; };
    # | +     wifi = { roles.default.tags = [ "laptop" ]; roles.default.machines.jon = { }; };
    zerotier = {
    # <-------- related[duplicate-instance]: first defined here
      module.name = "zerotier";
      roles.controller.machines.jon = { };
    };
    zerotier = {
    # <-------- error[duplicate-instance]: the instance `zerotier` is defined twice in this set
    # <- action: Rename to `zerotier_2`
    # | -     zerotier = {
    # | +     zerotier_2 = {
    # <- action: Merge into the first `zerotier`
    # | (absent)
      module.name = "zerotier";
      roles.controller.tags = [ "laptop" ];
      # Not yet: roles.moon
    };
  };
}
