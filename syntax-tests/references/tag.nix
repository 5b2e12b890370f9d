{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" "backup" ];
  #                                        ^^^^^^^^ references: defined clan.nix:3:44 clan.nix:4:36
  # | used clan.nix:8:27
  inventory.machines.sara.tags = [ "backup" ];
  inventory.tags.office = [ "jon" ];
  #              ^^^^^^ references: defined clan.nix:5:18 used clan.nix:8:36
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" "office" ];
    #                     ^^^^^^^^ highlight: defined clan.nix:3:44 clan.nix:4:36 used clan.nix:8:27
    roles.server.tags.all = { };
    #                 ^^^ references: used clan.nix:9:23
  };
}
