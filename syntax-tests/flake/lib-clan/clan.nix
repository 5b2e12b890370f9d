{
  meta.name = "example";
  inventory.instances.greet = {
    module.name = "@example/greeter";
    module.input = "self";
    roles.morning.tags = [ "laptop" ];
    #                      ^^^^^^^^ hover: tag laptop: 1 machine
    # |
    # | machine  from
    # | jon      flake.nix:11
    # |
    # | used by        at
    # | greet morning  clan.nix:6
  };
  inventory.instances.sshd = {
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };
  inventory.instances.typo.module = { name = "@example/greter"; input = "self"; };
  #                                          ^^^^^^^^^^^^^^^^^ error[unknown-module]: this clan has no service `@example/greter`: did you mean `@example/greeter`?
}
