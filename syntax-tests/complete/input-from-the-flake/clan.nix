{
  meta.name = "example";
  inventory.instances.one.module = { name = "sshd"; input = ""; };
  #                                                          ^ complete: clan-core self nixpkgs
  # | extras
  #                                                          ^ complete extras => inventory.instances.one.module = { name = "sshd"; input = "extras"; };
  inventory.instances.two.module.input = 
  #                                      ^ complete self => inventory.instances.two.module.input = "self"
  #                                    ^ error[syntax]: expected a value after `=`
  inventory.instances.three.module = { name = "sshd"; input = "ex"; };
  #                                                              ^ complete extras => inventory.instances.three.module = { name = "sshd"; input = "extras"; };
  inventory.instances.four.module = { name = "sshd"; input = "extras"; };
  #                                                          ^^^^^^^^ definition: flake.nix:5:5
}
