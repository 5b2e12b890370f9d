{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.machines.jon = { };
  #                   ^^ references: defined clan.nix:4:23 clan.nix:5:23
  #                            ^^^^^^ references: used clan.nix:5:32 clan.nix:8:11 clan.nix:11:40
  inventory.instances."other" = {
    module.name = "borgbackup";
    #             ^^^^^^^^^^^^ references: used clan.nix:4:40 clan.nix:7:19
    roles.client.tags.all = { };
    roles.server.machines.jon = { };
  };
  inventory.instances.borgbackup.roles.client.tags.all = { };
}
