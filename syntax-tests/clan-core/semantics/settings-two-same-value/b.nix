{ inventory.instances.bk = { roles.client.settings.startAt = "daily"; }; }
#                                         ^^^^^^^^ error[settings-defined-twice]: `roles.client.settings` of the instance `bk` is defined twice: Clan takes one definition of settings and merges none
