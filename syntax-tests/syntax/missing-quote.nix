# The quote that is never closed costs its own line and nothing below it.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup;
    #             ^^^^^^^^^^^^ error[syntax]:
    roles.server.machines.jon = { };
    roles.servr.machines.jon = { };
    #     ^^^^^ error[unknown-role]:
  };
}
# show: bk.server = jon (machine)
