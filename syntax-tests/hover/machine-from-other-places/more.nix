{
  inventory.machines.jon.tags = [ "x" ];
}
