# What is no part of an inventory is left to others.
{
  meta.name = "example";
  specialArgs = let machines.jon = { }; in { inventory.instances = { }; };
}
# symbols: (none)
