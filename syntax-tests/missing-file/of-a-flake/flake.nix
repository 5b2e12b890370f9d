{
  inputs.flake-parts.url = "github:hercules-ci/flake-parts";
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } {
    imports = [ ./parts/clan.nix ./parts/shell.nix ];
    #                            ^^^^^^^^^^^^^^^^^ error[missing-file]: `./parts/shell.nix` does not exist
  };
}
