{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.flake-parts.url = "github:hercules-ci/flake-parts";
  outputs = inputs@{ flake-parts, ... }: flake-parts.lib.mkFlake { inherit inputs; } {
    imports = [ inputs.clan-core.flakeModules.default ];
    clan = {
    #      ^ action: Name the clan "clan"
    # | +       meta.name = "clan";
    #      ^ error[missing-option]: this clan has no name: set `meta.name`
      inventory.machines.jon = { };
    };
  };
}
