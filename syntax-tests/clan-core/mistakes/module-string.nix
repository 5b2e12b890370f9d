{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module = "borgbackup"; roles.client.tags = [ "backup" ]; };
  #                                   ^^^^^^^^^^^^ error[wrong-type]: `module` takes a set of options, not "borgbackup"
}
