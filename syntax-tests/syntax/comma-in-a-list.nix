# Nix has no commas in lists.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup", "laptop" ];
  #                                       ^ error[syntax]: unexpected `,`
  inventory.instances.sshd.roles.server.tags = [ "laptop" ];
}
# show: tags of jon = backup, laptop, all, nixos, ...
# show: sshd.server = jon (tag laptop), ...
