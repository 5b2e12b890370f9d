{
  meta.name = "example";
  inventory.machines = import ./machines.nix;
  inventory.instances.bk = import ./bk.nix;
  #                   ^^ error[unknown-module]: clan-core has no service `bk`; without `module.name` the instance's name stands for the service
}
