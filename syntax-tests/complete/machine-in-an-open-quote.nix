{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines."
    #                      ^ complete: jon
    #                      ^ complete jon => roles.client.machines."jon
    #                     ^ error[syntax]: this string is never closed: missing `"`
    # | fix => roles.client.machines.""
    roles.server.machines.jon = { };
  };
}
# show: bk.server = jon (machine)
