# Whether it is there can't be told, and neither whether another name is.
{ lib, self, ... }:
{
  meta.name = "example";
  inventory.machines.jon.tags = lib.mkIf self.inputs.site.isHome [ "home" ];
  inventory.machines.sara = { };
  inventory.instances.sshd.roles.server.machines = {
    sara = { };
    jon = lib.mkIf self.inputs.site.isHome { };
  };
  inventory.instances.sshd.roles.client.tags = [ "hoem" ];
}
# show: sshd.server = sara (machine), ...
# show: sshd.client = ...
