{
  meta.name = "example";
  inventory.instances.one.module = { name = "sshd"; input = ""; };
  #                                                          ^ complete: clan-core self nixpkgs
  # | extras
  #                                                          ^ complete extras => inventory.instances.one.module = { name = "sshd"; input = "extras"; };
  #                                                         ^^ error[unknown-input]: an input of the flake is to be named here; it has `clan-core`, `extras` and `nixpkgs`
  inventory.instances.two.module.input = 
  #                                      ^ complete self => inventory.instances.two.module.input = "self"
  #                                    ^ error[syntax]: expected a value after `=`
  inventory.instances.three.module = { name = "sshd"; input = "ex"; };
  #                                                              ^ complete extras => inventory.instances.three.module = { name = "sshd"; input = "extras"; };
  #                                                           ^^^^ error[unknown-input]: the flake has no input `ex`; it has `clan-core`, `extras` and `nixpkgs`
  inventory.instances.four.module = { name = "sshd"; input = "extras"; };
  #                                                          ^^^^^^^^ definition: flake.nix:5:5
}
