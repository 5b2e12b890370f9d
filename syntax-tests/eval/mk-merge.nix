# All that is merged counts, at any level; what is at the module's top is merged as well.
{ lib, ... }:
lib.mkMerge [
  {
    meta.name = "example";
    inventory.machines.jon.tags = lib.mkMerge [ [ "laptop" ] [ "backup" ] ];
  }
  (lib.mkIf true { inventory.machines.sara = { }; })
  {
    inventory.instances.sshd = lib.mkMerge [
      { roles.server.tags.backup = { }; }
      { roles.server.machines.sara = { }; }
    ];
  }
]
# show: tags of jon = laptop, backup, all, nixos
# show: sshd.server = jon (tag backup), sara (machine)
