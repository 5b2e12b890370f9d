{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.tags.foo = "jon";
  #                    ^^^^^ error[wrong-type]: `foo` takes a list of strings, not "jon"
}
