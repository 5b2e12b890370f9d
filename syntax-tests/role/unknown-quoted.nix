{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles."clients".machines.jon = { };
    #     ^^^^^^^^^ error[unknown-role]:
  };
}
