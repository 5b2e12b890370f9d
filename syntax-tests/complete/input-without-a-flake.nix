{
  meta.name = "example";
  inventory.instances.one.module.input = "";
  #                                       ^ complete: clan-core self
}
