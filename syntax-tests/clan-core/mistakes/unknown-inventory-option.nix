{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instance.bk = { module.name = "borgbackup"; };
  #         ^^^^^^^^ error[unknown-option]: the inventory has no option `instance`: did you mean `instances`?
}
