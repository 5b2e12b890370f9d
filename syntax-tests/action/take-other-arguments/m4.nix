{ lib
# <----- ..+2:2 error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
, config
#  ^ action: Take other arguments, too: `...`
# | + , ...
}:
{ inventory.machines.m4 = { }; }
