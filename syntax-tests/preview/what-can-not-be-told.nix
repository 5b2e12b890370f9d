{ clan-core, ... }:
{
  meta.name = "example";
  inventory.machines = clan-core.machines // { jon.tags = [ "backup" "b" ]; };
  #                                                         ^^^^^^^^ preview: without the tag backup in clan.nix:4: at least 1 machine changes
  # |
  # | machine  change  what            through
  # | jon      loses   tag backup
  # | jon      loses   role bk client  tag backup (clan.nix:7)
  #                                                                  ^^^ preview: without the tag b in clan.nix:4: at least 1 machine changes
  # |
  # | machine  change  what
  # | jon      loses   tag b
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
  };
}
