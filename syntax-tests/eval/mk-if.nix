# What `mkIf` leaves out is not there; a machine of which it leaves out all is there, without tags.
{ lib, inputs, ... }:
{
  meta.name = "example";
  inventory.machines = {
    jon = lib.mkIf true { tags = [ "laptop" ]; };
    sara = lib.mkIf false { tags = [ "laptop" ]; };
    ada.tags = lib.mkIf (1 < 2) [ "laptop" ];
  };
  inventory.instances = {
    off = lib.mkIf false { module.name = "nope"; };
    sshd.roles.server.tags.all = { };
    sshd.roles.client.machines = {
      jon = lib.mkIf true { };
      sara = lib.mkIf false { };
    };
    sshd.roles.admin = lib.mkIf false { };
  };
}
# show: instances = sshd
# show: tags of jon = laptop, all, nixos
# show: tags of sara = (none)
# show: sshd.server = ada (tag all), jon (tag all)
# show: sshd.client = jon (machine)
