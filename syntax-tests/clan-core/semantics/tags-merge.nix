{
  meta.name = "t";
  inventory.machines = { a.tags = [ "x" "x" ]; b = { }; c.machineClass = "darwin"; };
  inventory.tags.x = [ "b" ];
  inventory.tags.y = [ "a" "c" "nobody" ];
  #                            ^^^^^^^^ warning[unknown-machine-in-tag]: the tag `y` lists `nobody`, which is no machine
  inventory.instances.s = { module.name = "sshd"; roles.server.tags = [ "x" "y" ]; roles.client.machines.c = { }; roles.client.tags = { nixos = { }; }; };
}
# show: machines = a, b, c (darwin)
# show: tag all = a, b, c
# show: tag darwin = c
# show: tag nixos = a, b
# show: tag x = a, b
# show: tag y = a, c
# show: s.client = a (tag nixos), b (tag nixos), c (machine)
# show: s.server = a (tag x, tag y), b (tag x), c (tag y)
