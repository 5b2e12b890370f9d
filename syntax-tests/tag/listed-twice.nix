# Two lists of one tag are one list.
{
  meta.name = "example";
  imports = [ { inventory.tags.g = [ "a" ]; } ];
  inventory.tags.g = [ "b" ];
  inventory.machines = {
    a = { };
    b = { };
  };
}
# show: tag g = a, b
# show: tags of a = all, g, nixos
