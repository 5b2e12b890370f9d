{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.servr.tags = [ "backup" ];
    #     ^^^^^ error[unknown-role]: `borgbackup` has no role `servr`: did you mean `server`?
  };
}
