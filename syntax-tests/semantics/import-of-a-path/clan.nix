{
  meta.name = "example";
  inventory = import ./inventory.nix;
}
# show: machines = jon
# show: bk.client = jon (machine)
