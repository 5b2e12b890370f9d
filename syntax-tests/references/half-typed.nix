{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #                     ^^^^^^^^ references: defined clan.nix:3:35 used clan.nix:6:27
    roles.server.machines.jon
    #                     ^^^ references: defined clan.nix:3:22
    #                     ^^^ error[syntax]: expected `=` and a value after `roles.server.machines.jon`
  };
}
