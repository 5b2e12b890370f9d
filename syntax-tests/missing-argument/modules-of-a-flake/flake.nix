# flake-parts gives its modules other arguments, and whatever modules declare.
{
  inputs.flake-parts.url = "github:hercules-ci/flake-parts";
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } ({ inputs, fleet, ... }: {
    imports = [ inputs.clan-core.flakeModules.default ];
    clan = {
      imports = [ ./clan.nix ];
      meta.description = fleet.name;
      specialArgs = { inherit inputs; };
    };
  });
}
