{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  # The backup.
  inventory.instances.bk.module.name = "borgbackup";
  #                    ^ action: Write `bk` as a block
  # | -   inventory.instances.bk.module.name = "borgbackup";
  # | -   inventory.instances.bk.roles.client = {
  # | -     tags = [ "laptop" ];
  # | +   inventory.instances.bk = {
  # | +     module.name = "borgbackup";
  # | +     roles.client = {
  # | +       tags = [ "laptop" ];
  # | +     };
  # | +     # Where it goes.
  # | +     roles.server.machines.jon = { }; # for now
  # | ...
  # | -   # Where it goes.
  # | -   inventory.instances.bk.roles.server.machines.jon = { }; # for now
  inventory.instances.bk.roles.client = {
    tags = [ "laptop" ];
  };
  # Where it goes.
  inventory.instances.bk.roles.server.machines.jon = { }; # for now
  inventory.instances.wifi.roles.default = {
  #                    ^ action: Write `wifi` as a block
  # | -   inventory.instances.wifi.roles.default = {
  # | -     tags = [ "laptop" ];
  # | -     settings.networks.home = { };
  # | +   inventory.instances.wifi = {
  # | +     roles.default = {
  # | +       tags = [ "laptop" ];
  # | +       settings.networks.home = { };
  # | +     };
    tags = [ "laptop" ];
    settings.networks.home = { };
  };
  inventory.instances.block = {
  #                    ^ action: Write `block` as dotted paths
  # | -   inventory.instances.block = {
  # | -     # The service.
  # | -     module.name = "sshd";
  # | +   # The service.
  # | +   inventory.instances.block.module.name = "sshd";
  # | ...
  # | -     roles.server = {
  # | -       tags = [ "laptop" ]; # all of them
  # | -     };
  # | -     # That is all.
  # | +   inventory.instances.block.roles.server = {
  # | +     tags = [ "laptop" ]; # all of them
  # | ...
  # | +   # That is all.
    # The service.
    module.name = "sshd";

    roles.server = {
      tags = [ "laptop" ]; # all of them
    };
    # That is all.
  };
  inventory.instances.line = { module.name = "sshd"; roles.server.tags = [ "laptop" ]; };
  #                    ^ action: Write `line` as dotted paths
  # | -   inventory.instances.line = { module.name = "sshd"; roles.server.tags = [ "laptop" ]; };
  # | +   inventory.instances.line.module.name = "sshd";
  # | +   inventory.instances.line.roles.server.tags = [ "laptop" ];
  inventory.instances.apart.module.name = "sshd";
  #                    ^ action: Write `apart` as a block
  # | (absent)
  inventory.machines.sara = { };
  inventory.instances.apart.roles.server.tags = [ "laptop" ];
  inventory.instances.inherits = let roles = { }; module = { name = "sshd"; }; in { inherit module roles; };
  #                    ^ actions: (none)
}
