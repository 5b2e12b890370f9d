{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup"
    #                        ^ error[syntax]: missing `;` after `"borgbackup"`
    # | fix => module.name = "borgbackup";
    roles.server.machines.jon = { };
  };
}
# show: module of bk = borgbackup
# show: bk.server = jon (machine)
