{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.servr.machines.jon = { };
    #     ^ actions:
    # | Change to `server` (quickfix, preferred, safe)
    #     ^ action: Change to `server`
    # | -     roles.servr.machines.jon = { };
    # | +     roles.server.machines.jon = { };
    #     ^^^^^ error[unknown-role]: `borgbackup` has no role `servr`: did you mean `server`?
    roles."clent".tags = [ "all" ];
    #     ^ action: Change to `client`
    # | -     roles."clent".tags = [ "all" ];
    # | +     roles."client".tags = [ "all" ];
    #     ^^^^^^^ error[unknown-role]: `borgbackup` has no role `clent`: did you mean `client`?
  };
}
