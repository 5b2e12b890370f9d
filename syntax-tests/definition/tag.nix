# The tag in each list that a machine carries it by; or its own list of machines.
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" "travels" ];
    sara.tags = [ "laptop" ];
  };
  inventory.tags.travels = [ "sara" ];
  inventory.tags.asleep = [ ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "laptop" ];
    #                     ^^^^^^^^ definition: clan.nix:5:18 clan.nix:6:19
    roles.server.tags.travels.settings = { };
    #                 ^^^^^^^ definition: clan.nix:8:18 clan.nix:5:27
  };
  inventory.instances.sshd.roles.server.tags = [ "all" "asleep" ];
  #                                              ^^^^^ definition: (none)
  #                                                    ^^^^^^^^ definition: clan.nix:9:18
  #                                                    ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `asleep`
}
