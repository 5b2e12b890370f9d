{
  inputs.clan-core.url = "git+https://git.clan.lol/clan/clan-core";
  inputs.extra.url = "github:example/extra";
  #      ^^^^^ references: defined flake.nix:3:10 used flake.nix:9:40
  outputs = { clan-core, ... }: {
    clan = clan-core.lib.clan {
      meta.name = "example";
      inventory.machines.jon = { };
      inventory.instances.x = {
        module = { name = "x"; input = "extra"; };
        #                              ^^^^^^^ references: defined flake.nix:3:10 used
        # | flake.nix:9:40
        roles.y.machines.jon = { };
        #     ^ references: used flake.nix:10:15
      };
    };
  };
}
