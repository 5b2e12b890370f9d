# The next quote would open a string, not close this one.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup;
    #             ^ error[syntax]: this string is never closed: missing `"`
    # | fix => module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    roles.server.machines."jno" = { };
    #                     ^^^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };
}
# show: bk.client = jon (tag backup)
