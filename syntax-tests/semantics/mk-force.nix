# Forced tags keep out the built-in ones too.
{ lib, ... }:
{
  meta.name = "example";
  inventory.machines.a.tags = lib.mkForce [ "two" ];
  inventory.machines.b = { };
}
# show: tags of a = two
# show: tag all = b
