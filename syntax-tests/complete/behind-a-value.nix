# Nothing is proposed between a value and its `;`, nor among the names that are inherited.
let
  tags = [ "laptop" ];
  extra = { };
in
{
  meta.name = "example";
  inventory.machines.jon = { inherit tags; };
  #                                  ^ complete: (none)
  #                           ^ complete: (none)
  inventory.machines.sara.tags = [ "laptop" ];
  #                                         ^ complete: all laptop nixos
  #                                          ^ complete: (none)
  inventory.instances.sshd = {
    inherit (extra);
    #       ^ complete: (none)
    #        ^ complete: (none)
    #               ^ complete: (none)
    roles.server.tags.all = { };
    #                          ^ complete: (none)
  };
  # ^ complete: (none)
}
