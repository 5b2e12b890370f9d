# A file that is a part of the inventory has the symbols of that part.
{
  meta.name = "example";
  inventory.machines = import ./machines.nix;
  inventory.instances.bk = { module.name = "borgbackup"; roles = import ./roles.nix; };
}
# symbols:
# | machines 4:13-4:46
# | instances 5:13-5:88
# |   instance bk (borgbackup) 5:23-5:88
