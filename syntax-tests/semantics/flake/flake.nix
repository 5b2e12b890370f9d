# The entry point of a flake that calls clan-core's function.
{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs =
    { self, clan-core, ... }:
    let
      clan = clan-core.lib.clan {
        inherit self;
        imports = [ ./inventory.nix ];
        meta.name = "example";
        inventory.instances.sshd.roles.server.machines.jno = { };
        #                                              ^^^ warning[unknown-machine]:
      };
    in
    { inherit (clan.config) nixosConfigurations; };
}
# show: machines = jon
