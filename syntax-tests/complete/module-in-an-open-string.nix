{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "bor
    #                 ^ complete borgbackup => module.name = "borgbackup
    #             ^ error[syntax]: this string is never closed: missing `"`
    # | fix => module.name = "bor"
    roles.client.machines.jon = { };
  };
}
# show: bk.client = jon (machine)
