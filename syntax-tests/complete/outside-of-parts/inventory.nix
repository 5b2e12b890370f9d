{
  flake.clan.inventory.machines.jon.tags = [ "laptop" ];
  flake.clan.inventory.instances.sshd.
  #                                   ^ complete: module roles
  #                                  ^ error[syntax]: expected a name after `.`
}
