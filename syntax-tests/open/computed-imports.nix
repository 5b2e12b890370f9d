{ self, lib, ... }:
{
  meta.name = "example";
  imports = map (name: self + "/services/${name}.nix") [ "ssh" ];
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.machines.server = { };
}
