# The clan's own services are read for their roles.
{
  meta.name = "example";
  modules.greeter = ./greeter.nix;
  modules."@example/computed" = { lib, ... }: {
    manifest.name = "computed";
    roles = lib.genAttrs [ "one" "two" ] (name: { });
  };
  inventory.machines.jon = { };
  inventory.instances.greet = {
    module.name = "greeter";
    #             ^^^^^^^^^ hover: service greeter of this clan
    # |
    # | Says hello
    # |
    # | role     for
    # | evening
    # | morning  Says it before noon
    # |
    # | defined in clan.nix:4
    module.input = "self";
    roles.morning.machines.jon = { };
    #     ^^^^^^^ definition: greeter.nix:6:9
    #     ^^^^^^^ hover: role morning of greet (greeter)
    # |
    # | Says it before noon
    # |
    # | 1 machine
    # |
    # | machine  through
    # | jon      by name (clan.nix:13)
    # |
    # | source: this clan
    roles.evning.machines.jon = { };
    #     ^^^^^^ error[unknown-role]: `greeter` has no role `evning`: did you mean `evening`?
  };
  inventory.instances.more = {
    module = { name = "greeter"; input = "self"; };
    roles.
    #     ^ complete: evening morning
    #    ^ error[syntax]: expected a name after `.`
  };
  inventory.instances.computed = {
    module = { name = "@example/computed"; input = "self"; };
    roles.three.machines.jon = { };
    #     ^^^^^ error[unknown-role]: `@example/computed` has no role `three`; it has `one` and `two`
  };
}
