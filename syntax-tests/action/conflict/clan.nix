{ lib, ... }:
{
  meta.name = "example";
  imports = [ ./more.nix ./without-lib.nix ];
  inventory.machines.jon = {
    machineClass = "nixos";
    #              ^^^^^^^ related[conflicting-definition]: the other value
    description = "the first";
    #             ^^^^^^^^^^^ related[conflicting-definition]: the other value
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.settings.startAt = "daily";
    #            ^^^^^^^^ related[settings-defined-twice]: the other definition
    roles.client.machines.jon = { };
    roles.server.settings = { directory = "/srv"; };
    #            ^^^^^^^^ related[settings-defined-twice]: the other definition
    #                                     ^^^^^^ related[settings-conflict]: the other value
    roles.server.machines.jon.settings.directory = "/srv";
  };
}
