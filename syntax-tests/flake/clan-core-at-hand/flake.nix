# The source of clan-core is at hand: its services are told by it, its functions are known anyway.
{
  inputs.clan-core.url = "path:./clan-core";
  outputs = inputs@{ self, clan-core, ... }:
    let
      clan = clan-core.lib.clan {
        inherit self;
        meta.name = "example";
        inventory.machines.jon = { };
        inventory.instances.sshd.roles.server.machines.jon = { };
        inventory.instances.sshd.roles.client.machines.jon = { };
        #                              ^^^^^^ error[unknown-role]: `sshd` has no role `client`; it has `server`
      };
    in
    clan-core.inputs.flake-parts.lib.mkFlake { inherit inputs; } {
      flake.clan = clan.config;
    };
}
# show: sshd.server = jon (machine)
# show: sshd.client = jon (machine)
# show: unknown = (none)
