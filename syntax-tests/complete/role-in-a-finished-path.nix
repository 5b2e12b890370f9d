# A name in the middle is replaced as a whole.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.cli.machines.jon = { };
    #     ^^^ error[unknown-role]: `borgbackup` has no role `cli`; it has `client` and `server`
    #       ^ complete: client server
    #       ^ complete client => roles.client.machines.jon = { };
  };
}
