{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
}
