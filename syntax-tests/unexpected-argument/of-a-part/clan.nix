{ lib }: { inventory.machines.jon = { }; }
