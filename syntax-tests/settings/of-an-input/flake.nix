# An input whose source is at hand gives its services: their names, roles and settings.
{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.shared.url = "path:./shared";
  outputs = inputs: {
    clan = inputs.clan-core.lib.clan {
      meta.name = "example";
      inventory.machines.jon = { };
      inventory.instances.party = {
        module = { name = "greeter"; input = "shared"; };
        #                  ^ complete: greeter
        #                 ^^^^^^^^^ definition: shared/flake.nix:3:18
        #                 ^^^^^^^^^ hover: service greeter of input shared
        # |
        # | Says hello
        # |
        # | role   for
        # | guest  Is greeted
        # | host
        # |
        # | source: input `shared`
        roles.host.settings.greeting = "hi";
        #                   ^^^^^^^^ definition: shared/flake.nix:9:17
        roles.
        #     ^ complete: guest host
        #    ^ error[syntax]: expected a name after `.`
      };
    };
  };
}
