{ config, lib, ... }:
{
  clan.inventory.instances.sshd = {
    roles.server.tags = [ "laptop" "desktop" ];
    roles.server.machines.jon = { };
    roles.servr.machines.jon = { };
    roles.client.machines.sara = lib.mkDefault { };
  };
}
