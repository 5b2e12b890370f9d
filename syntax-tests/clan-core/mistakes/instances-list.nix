{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances = [ { module.name = "borgbackup"; } ];
  #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-type]: `instances` takes a set of sets, not a list
}
