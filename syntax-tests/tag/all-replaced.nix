# A definition of `all` replaces the default.
{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.tags.all = [ "jon" ];
  inventory.instances.sshd.roles.server.tags = [ "all" ];
}
# show: tag all = jon
# show: tags of sara = nixos
# show: sshd.server = jon (tag all)
