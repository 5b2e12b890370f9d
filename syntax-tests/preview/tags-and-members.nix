{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" "laptop" "spare" ];
    # <--- preview: without the machine jon in clan.nix:4: 1 machine changes
    # |
    # | machine  change  what            through
    # | jon      goes
    # | jon      loses   role bk client  tag backup (clan.nix:11), tag laptop (clan.nix:11)
    # | jon      loses   role bk server  tag laptop (clan.nix:13)
    #            ^^^^^^^^ preview: without the tag backup in clan.nix:4: 1 machine changes
    # |
    # | machine  change  what
    # | jon      loses   tag backup
    #                     ^^^^^^^^ preview: without the tag laptop in clan.nix:4: 1 machine changes
    # |
    # | machine  change  what            through
    # | jon      loses   tag laptop
    # | jon      loses   role bk server  tag laptop (clan.nix:13)
    #                              ^^^^^^^ preview: without the tag spare in clan.nix:4: 1 machine changes
    # |
    # | machine  change  what
    # | jon      loses   tag spare
    sara.tags = [ "laptop" ];
    vault = { };
  };
  inventory.tags.backup = [ "vault" ];
  #              ^^^^^^ preview: without the tag backup in clan.nix:8: 1 machine changes
  # |
  # | machine  change  what
  # | vault    loses   tag backup
  #                         ^^^^^^^ preview: without the machine vault in clan.nix:8: 1 machine changes
  # |
  # | machine  change  what
  # | vault    loses   tag backup
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" "laptop" ];
    #                     ^^^^^^^^ preview: without the tag backup in clan.nix:11: no membership changes
    roles.client.machines.vault = { };
    #                     ^^^^^ preview: without the machine vault in clan.nix:12: no membership changes
    roles.server.tags.laptop = { };
    #                 ^^^^^^ preview: without the tag laptop in clan.nix:13: 2 machines change
    # |
    # | machine  change  what            through
    # | jon      loses   role bk server  tag laptop (clan.nix:13)
    # | sara     loses   role bk server  tag laptop (clan.nix:13)
    roles.server.machines.nobody = { };
    #                     ^^^^^^ warning[unknown-machine]: no machine is called `nobody`
    #                     ^^^^^^ preview: without the machine nobody in clan.nix:14: no membership changes
  };
  # Nothing to be taken out.
  inventory.instances.sshd = { };
  #                     ^ preview: (none)
}
