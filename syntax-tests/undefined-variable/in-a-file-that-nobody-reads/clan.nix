{
  meta.name = "example";
  inventory.machines.jon = { };
}
