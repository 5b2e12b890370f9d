{
  meta.name = "example";
  inventory.machines = {
    a.tags = [ "x" ];
    b = { };
  };
  inventory.tags = { config, ... }: {
    rest = builtins.filter (name: name != "a") config.all;
  };
  inventory.instances.sshd.roles.server.tags = [ "rest" ];
}
# show: tag rest = b
# show: sshd.server = b (tag rest)
