# A file that nothing reads yet is most likely what its neighbours are.
{
  meta.name = "example";
  inventory.machines = { jon = import ./machines/jon.nix; sara = import ./machines/sara.nix; };
  inventory.instances = import ./instances/sshd.nix;
  imports = [ { inventory.instances = import ./instances/backup.nix { }; } ];
}
