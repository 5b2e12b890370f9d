{ lib, ... }:
{
  inventory.instances.bk = {
    roles.client.settings.startAt = "daily";
    #            ^^^^^^^^ error[settings-defined-twice]: `roles.client.settings` of the instance `bk` is defined twice: Clan takes one definition of settings and merges none
    roles.client.tags.laptop.settings = { startAt = "hourly"; };
    #                                               ^^^^^^^^ error[settings-conflict]: the role gives `startAt` another value, and neither wins: put `lib.mkForce` or `lib.mkDefault` before one of them
    roles.server.machines.jon.settings = lib.mkForce { directory = "/other"; };
    roles.server.settings = lib.mkIf false { directory = "/never"; };
  };
}
