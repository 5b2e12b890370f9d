{
# <- ..+3:2 error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
  lib,
  #^ action: Take other arguments, too: `...`
  # | +   ...
  config,
}:
{ inventory.machines.m5 = { }; }
