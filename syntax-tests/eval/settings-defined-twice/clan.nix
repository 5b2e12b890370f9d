# Settings are taken whole from one place: neither files nor `mkMerge` add up, priorities decide.
{ lib, ... }:
{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.settings.startAt = "daily";
    #            ^^^^^^^^ related[settings-defined-twice]: the other definition
    #                               ^^^^^^^ related[settings-conflict]: the other value
    roles.client.settings.exclude = [ "/tmp" ];
    roles.client.tags.laptop.settings = lib.mkDefault { startAt = "weekly"; };
    roles.server.machines.jon.settings.directory = "/srv";
    roles.server.settings = lib.mkIf true { directory = "/backup"; };
  };
  inventory.instances.merged = {
    module.name = "borgbackup";
    roles.client.machines.jon = { };
    roles.client.settings = lib.mkMerge [ { startAt = "daily"; } { exclude = [ ]; } ];
    #            ^^^^^^^^ error[settings-defined-twice]: `roles.client.settings` of the instance `merged` is defined twice: Clan takes one definition of settings and merges none
    #            ^^^^^^^^ related[settings-defined-twice]: the other definition
  };
}
