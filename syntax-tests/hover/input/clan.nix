{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances = {
    vpn.module = { name = "vpn"; input = "friends"; };
    #                                    ^^^^^^^^^ hover: input friends, listed in flake.nix:4
    # |
    # | service  instances
    # | vpn      far, vpn
    # |
    # | its source is not at hand: it may have other services
    far.module = { name = "vpn"; input = "friends"; };
    near.module = { name = "greeter"; input = "extra"; };
    #                                         ^^^^^^^ hover: input extra, listed in flake.nix:3
    # |
    # | service  instances
    # | greeter  near
    # |
    # | its source is not at hand: it may have other services
    own.module = { name = "own"; input = "self"; };
    #                                    ^^^^^^ hover: input self: the services of this clan itself
    # |
    # | service  instances
    # | own      own
    #                     ^^^^^ error[unknown-module]: this clan has no service `own`
    none.module = { name = "own"; input = "nowhere"; };
    #                                      ^ hover: (none)
    #                                     ^^^^^^^^^ error[unknown-input]: the flake has no input `nowhere`; it has `clan-core`, `extra` and `friends`
    half.module = { name = "own"; input = "
    #                                     ^ error[syntax]: this string is never closed: missing `"`
    # | fix => half.module = { name = "own"; input = ""
  };
}
