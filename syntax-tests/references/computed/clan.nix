let
  names = [ "web1" "web2" ];
  #          ^ references: (none)
in
{
  meta.name = "example";
  inventory.machines = builtins.listToAttrs (map (name: { inherit name; value.tags = [ "web" ]; }) names);
  #                                                                                    ^^^^^ references: defined
  # | clan.nix:6:88 used clan.nix:10:27
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines = builtins.mapAttrs (_: _: { }) { web1 = 1; };
    #                                                       ^^^^ references: defined clan.nix:6:67
    # | used clan.nix:9:61
    roles.server.tags = [ "web" ];
  };
}
