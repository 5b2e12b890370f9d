# The quote that is never closed costs its own line and nothing below it.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup;
    #             ^ error[syntax]: this string is never closed: missing `"`
    # | fix => module.name = "borgbackup";
    roles.server.machines.jon = { };
    roles.servr.machines.jon = { };
    #     ^^^^^ error[unknown-role]: `borgbackup` has no role `servr`: did you mean `server`?
  };
}
# show: bk.server = jon (machine)
