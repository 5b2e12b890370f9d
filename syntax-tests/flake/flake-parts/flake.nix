# A flake-parts module defines `clan`; modules of other inputs define none.
{
  inputs = {
    clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
    flake-parts.follows = "clan-core/flake-parts";
    treefmt-nix.url = "github:numtide/treefmt-nix";
  };
  outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } (
    { ... }: {
      systems = [ "x86_64-linux" ];
      imports = [ inputs.clan-core.flakeModules.default inputs.treefmt-nix.flakeModule ./clan.nix ];
      flake.clan.inventory.machines.sara.tags = [ "laptop" ];
    }
  );
}
# show: sshd.server = sara (tag all)
