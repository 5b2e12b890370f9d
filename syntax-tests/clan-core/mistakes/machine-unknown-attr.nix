{
  meta.name = "t";
  inventory.machines.jon.tag = [ "x" ];
  #                      ^^^ error[unknown-option]: a machine has no option `tag`: did you mean `tags`?
}
