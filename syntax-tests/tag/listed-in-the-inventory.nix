# `inventory.tags.<tag>` lists the machines; a name that is no machine vanishes.
{
  meta.name = "example";
  inventory.machines = {
    a.tags = [ "x" "x" ];
    b = { };
    c.machineClass = "darwin";
  };
  inventory.tags.x = [ "b" ];
  inventory.tags.y = [ "a" "c" "nobody" ];
  #                            ^^^^^^^^ warning[unknown-machine-in-tag]: the tag `y` lists `nobody`, which is no machine
  inventory.instances.sshd = {
    roles.server.tags = [ "x" "y" ];
    roles.client.tags = { nixos = { }; };
  };
}
# show: tags of a = x, all, nixos, y
# show: tags of b = all, nixos, x
# show: tags of c = all, darwin, y
# show: tag y = a, c
# show: sshd.server = a (tag x, tag y), b (tag x), c (tag y)
# show: sshd.client = a (tag nixos), b (tag nixos)
