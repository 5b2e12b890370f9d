{ lib, ... }:
{
  inventory.machines.jon.description = "the " + "second";
  #                                    ^^^^^^^^^^^^^^^^^ error[conflicting-definition]: `description` of the machine `jon` has another value elsewhere: `lib.mkForce` or `lib.mkDefault` tells which one counts
  #                                    ^ action: Let this definition win: `lib.mkForce`
  # | -   inventory.machines.jon.description = "the " + "second";
  # | +   inventory.machines.jon.description = lib.mkForce ("the " + "second");
  inventory.instances.bk = {
    roles.client.settings.startAt = "weekly";
    #            ^^^^^^^^ error[settings-defined-twice]: `roles.client.settings` of the instance `bk` is defined twice: Clan takes one definition of settings and merges none
    #            ^ action: Let the other definition win: `lib.mkDefault`
    # | -     roles.client.settings.startAt = "weekly";
    # | +     roles.client.settings = lib.mkDefault { startAt = "weekly"; };
    #            ^ action: Let this definition win: `lib.mkForce`
    # | -     roles.client.settings.startAt = "weekly";
    # | +     roles.client.settings = lib.mkForce { startAt = "weekly"; };
    roles.server.settings = { directory = "/var"; };
    #            ^^^^^^^^ error[settings-defined-twice]: `roles.server.settings` of the instance `bk` is defined twice: Clan takes one definition of settings and merges none
    #            ^ action: Let the other definition win: `lib.mkDefault`
    # | -     roles.server.settings = { directory = "/var"; };
    # | +     roles.server.settings = lib.mkDefault { directory = "/var"; };
    #            ^ action: Let this definition win: `lib.mkForce`
    # | -     roles.server.settings = { directory = "/var"; };
    # | +     roles.server.settings = lib.mkForce { directory = "/var"; };
    #                                     ^ action: Let this definition win: `lib.mkForce`
    # | -     roles.server.settings = { directory = "/var"; };
    # | +     roles.server.settings = { directory = lib.mkForce "/var"; };
    #                                     ^ action: Let the other definition win: `lib.mkDefault`
    # | -     roles.server.settings = { directory = "/var"; };
    # | +     roles.server.settings = { directory = lib.mkDefault "/var"; };
    #                                     ^^^^^^ error[settings-conflict]: the role gives `directory` another value, and neither wins: put `lib.mkForce` or `lib.mkDefault` before one of them
  };
}
