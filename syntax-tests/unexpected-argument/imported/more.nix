{ }: { inventory.machines.jon = { }; }
# <--- error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
