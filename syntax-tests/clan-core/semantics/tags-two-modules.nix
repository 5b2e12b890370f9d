{
  meta.name = "t";
  imports = [ { inventory.tags.g = [ "a" ]; } ];
  inventory.tags.g = [ "b" ];
  inventory.machines = { a = { }; b = { }; };
}
# show: machines = a, b
# show: tag all = a, b
# show: tag g = a, b
# show: tag nixos = a, b
