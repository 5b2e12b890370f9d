# The entry point of a flake that uses flake-parts.
{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.flake-parts.url = "github:hercules-ci/flake-parts";
  outputs =
    inputs@{ flake-parts, ... }:
    flake-parts.lib.mkFlake { inherit inputs; } {
      imports = [ inputs.clan-core.flakeModules.default ];
      systems = [ "x86_64-linux" ];
      clan = {
        imports = [ ./clan.nix ];
        meta.name = "example";
      };
    };
}
