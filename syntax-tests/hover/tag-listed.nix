{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.tags.backup = [ "jon" ];
  #              ^^^^^^ hover:
  #                         ^^^^^ hover:
}
