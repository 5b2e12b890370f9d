{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon.tags = [ "backup" ];
  #                  ^^^ preview: without the machine jon in clan.nix:4: 1 machine changes
  # |
  # | machine  change  what            through
  # | jon      loses   tag backup
  # | jon      loses   role bk client  tag backup (clan.nix:8)
  #                               ^^^^^^^^ preview: without the tag backup in clan.nix:4: 1 machine changes
  # |
  # | machine  change  what            through
  # | jon      loses   tag backup
  # | jon      loses   role bk client  tag backup (clan.nix:8)
  inventory.tags = { config, machines, ... }: { both = builtins.filter (name: name != "sara") (builtins.attrNames machines); };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    roles.server.tags = [ "both" ];
  };
}
