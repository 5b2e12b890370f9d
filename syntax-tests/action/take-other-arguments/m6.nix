{ }:
# <- actions:
# | Take other arguments, too: `...` (quickfix, preferred, safe)
# <- action: Take other arguments, too: `...`
# | - { }:
# | + { ... }:
# <--- error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
{ inventory.machines.m6 = { }; }
