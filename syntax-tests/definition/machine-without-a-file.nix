{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" ];
    "a.b" = { };
  };
  inventory.tags.two = [ "jon" "a.b" ];
  #                      ^^^^^ definition: clan.nix:4:5
  #                            ^^^^^ definition: clan.nix:5:5
  inventory.instances.sshd.roles.server.machines."a.b" = { };
  #                                              ^^^^^ definition: clan.nix:5:5
}
