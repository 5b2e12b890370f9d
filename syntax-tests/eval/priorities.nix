# `mkForce` drops the computed tags, a default is dropped for them, and of two definitions of one
# option only the stronger counts.
{ lib, ... }:
{
  meta.name = "example";
  imports = [
    { inventory.instances.sshd.roles.server.tags = lib.mkDefault [ "laptop" ]; }
    { inventory.instances.bk.module.name = "borgbackup"; }
  ];
  inventory.machines = {
    forced.tags = lib.mkForce [ "laptop" ];
    usual.tags = [ "laptop" ];
    weak.tags = lib.mkDefault [ "laptop" ];
  };
  inventory.instances.sshd = {
    roles.server.tags = [ "all" ];
    roles.client.machines = lib.mkForce { usual = { }; };
  };
  inventory.instances.bk = {
    module.name = lib.mkDefault "nope";
    roles.client.tags = lib.mkBefore [ "laptop" ];
  };
}
# show: tags of forced = laptop
# show: tags of usual = laptop, all, nixos
# show: tags of weak = all, nixos
# show: sshd.server = usual (tag all), weak (tag all)
# show: sshd.client = usual (machine)
# show: bk.client = forced (tag laptop), usual (tag laptop)
