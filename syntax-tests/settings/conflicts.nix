# What a role, a machine and a tag give to one setting counts alike.
{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "fast" "slow" ];
    sara.tags = [ "slow" ];
    vault = { };
  };
  inventory.instances.differing = {
    module.name = "borgbackup";
    roles.server.machines.vault = { };
    roles.client.settings.startAt = "daily";
    #                               ^^^^^^^ related[settings-conflict]: the other value
    roles.client.machines.vault.settings.startAt = "weekly";
    #                                              ^^^^^^^^ error[settings-conflict]: the role gives `startAt` another value, and neither wins: put `lib.mkForce` or `lib.mkDefault` before one of them
  };
  inventory.instances.tags = {
    module.name = "borgbackup";
    roles.server.machines.vault = { };
    roles.client.tags.fast.settings.startAt = "hourly";
    #                                         ^^^^^^^^ related[settings-conflict]: the other value
    roles.client.tags.slow.settings.startAt = "weekly";
    #                                         ^^^^^^^^ error[settings-conflict]: the tag `fast` gives `startAt` another value, and neither wins: put `lib.mkForce` or `lib.mkDefault` before one of them
  };
  inventory.instances.settled = {
    module.name = "borgbackup";
    roles.server.machines.vault = { };
    roles.client.settings = { startAt = lib.mkDefault "daily"; exclude = [ "a" ]; };
    roles.client.tags.slow.settings = { startAt = "weekly"; exclude = [ "b" ]; };
    roles.client.machines.jon.settings.startAt = lib.mkForce "hourly";
    roles.client.machines.vault.settings.startAt = "daily";
  };
  inventory.instances.ghost = {
    module.name = "borgbackup";
    roles.server.machines.vault = { };
    roles.client.settings.startAt = "daily";
    roles.client.machines.ghost.settings.startAt = "weekly";
    #                     ^^^^^ warning[unknown-machine]: no machine is called `ghost`
  };
  inventory.instances.equal = {
    module.name = "borgbackup";
    roles.server.machines.vault = { };
    roles.client.settings.startAt = "daily";
    roles.client.machines.vault.settings.startAt = "daily";
  };
}
