{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module.name = nme; };
}
