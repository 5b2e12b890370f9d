{ name }: { inventory.machines.${name} = { }; }
