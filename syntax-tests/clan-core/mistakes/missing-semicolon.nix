{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup"
    #                        ^ error[syntax]: missing `;` after `"borgbackup"`
    # | fix => module.name = "borgbackup";
    roles.server.machines."server" = { };
  };
}
