# Nobody's tags are asked for.
{
  meta.name = "example";
  inventory.tags = { machines, lib, ... }: {
    mobile = lib.attrNames (lib.filterAttrs (_: it: lib.elem "laptop" it.tags) machines);
  };
}
