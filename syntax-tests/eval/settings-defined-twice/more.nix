{ lib, ... }:
{
  inventory.instances.bk = {
    roles.client.settings.startAt = "daily";
    #            ^^^^^^^^ error[settings-defined-twice]: `roles.client.settings` of the instance `bk` is defined twice: Clan takes one definition of settings and merges none
    roles.client.tags.laptop.settings = { startAt = "hourly"; };
    roles.server.machines.jon.settings = lib.mkForce { directory = "/other"; };
    roles.server.settings = lib.mkIf false { directory = "/never"; };
  };
}
