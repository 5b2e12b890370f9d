# Modules of the flake read what others define: `config.flake`, `self` and `_module.args`.
{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.flake-parts.url = "github:hercules-ci/flake-parts";
  outputs = inputs@{ self, flake-parts, ... }: flake-parts.lib.mkFlake { inherit inputs; } {
    systems = [ "x86_64-linux" ];
    imports = [ ./parts/hosts.nix ./parts/clan.nix inputs.clan-core.flakeModules.default ];
    _module.args.site = "berlin";
  };
}
# show: machines = jon, sara
# show: tags of jon = berlin, all, nixos
# show: internet.default = jon (machine), sara (machine)
# show: sshd.server = jon (machine)
