# The lock tells what this clan calls clan-core; its flake is being typed.
{
  meta.name = "example";
  inventory.instances.one.module.input = "";
  #                                       ^ complete: clan self more other
}
