{
  meta.name = "t";
  inventory.machines.jon.tags = { backup = { }; };
  #                             ^^^^^^^^^^^^^^^^^ error[wrong-type]: `tags` takes a list of strings, not a set
}
