{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines."sara" = { };
  inventory.tags.office = [ "jon" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon = { };
    #                     ^^^ references: defined clan.nix:3:22 clan.nix:12:12 used clan.nix:5:29
    # | clan.nix:8:27 clan.nix:9:27
    roles.server.machines."jon".settings = { };
    #                     ^^^^^ highlight: defined clan.nix:3:22 clan.nix:12:12 used clan.nix:5:29
    # | clan.nix:8:27 clan.nix:9:27
    roles.client.machines.nobody = { };
    #                     ^^^^^^ warning[unknown-machine]: no machine is called `nobody`
    #                     ^^^^^^ references: used clan.nix:10:27
  };
  machines.jon = { };
}
