{ lib }:
#  ^ action: Take other arguments, too: `...`
# | - { lib }:
# | + { lib, ... }:
# <------- error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
{ inventory.machines.m1 = { }; }
