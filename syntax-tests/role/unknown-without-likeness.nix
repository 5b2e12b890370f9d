# No role is near enough to be meant.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.everybody.machines.jon = { };
    #     ^^^^^^^^^ error[unknown-role]: `borgbackup` has no role `everybody`; it has `client` and `server`
  };
}
