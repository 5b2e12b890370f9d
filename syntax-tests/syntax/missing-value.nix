{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = ;
    #           ^ error[syntax]: expected a value after `=`
    roles.server.machines.jon = { };
  };
}
# show: bk.server = jon (machine)
