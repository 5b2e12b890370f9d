{ lib }:
# <------- error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
{
  meta.name = "example";
  inventory.machines = lib.genAttrs [ "jon" ] (_: { });
}
