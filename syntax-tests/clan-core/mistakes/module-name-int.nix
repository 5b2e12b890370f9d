{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module.name = 3; };
  #                                        ^ error[wrong-type]: `name` takes a string, not 3
}
