{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles."clients".machines.jon = { };
    #     ^^^^^^^^^ error[unknown-role]: `borgbackup` has no role `clients`: did you mean `client`?
  };
}
