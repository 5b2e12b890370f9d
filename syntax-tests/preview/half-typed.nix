{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  #                               ^^^^^^^^ preview: without the tag backup in clan.nix:3: at least 1 machine changes
  # |
  # | machine  change  what            through
  # | jon      loses   tag backup
  # | jon      loses   role bk client  tag backup (clan.nix:7)
  inventory.machines.sara.tags = [ "backup" "lap
  #                                         ^^^^ preview: without the tag lap in clan.nix:4: at least 1 machine changes
  # |
  # | machine  change  what
  # | sara     loses   tag lap
  #                                         ^ error[syntax]: this string is never closed: missing `"`
  # | fix => inventory.machines.sara.tags = [ "backup" "lap"
  inventory.instances.bk = {
    module.name = "borgbackup"
    #                        ^ error[syntax]: missing `;` after `"borgbackup"`
    # | fix => module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #                     ^^^^^^^^ preview: without the tag backup in clan.nix:7: at least 2 machines change
    # |
    # | machine  change  what            through
    # | jon      loses   role bk client  tag backup (clan.nix:7)
    # | sara     loses   role bk client  tag backup (clan.nix:7)
    roles.client.
    #           ^ preview: (none)
    #           ^ error[syntax]: expected a name after `.`
  };
}
