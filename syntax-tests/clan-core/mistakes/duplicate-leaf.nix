{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk.module.name = "borgbackup";
  # <---------------------------------- related[duplicate-attribute]: first defined here
  inventory.instances.bk.module.name = "borgbackup";
  # <---------------------------------- error[duplicate-attribute]: `inventory.instances.bk.module.name` is already defined
}
