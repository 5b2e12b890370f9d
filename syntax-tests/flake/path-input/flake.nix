# An input whose source is at hand is evaluated: what it gives, `clan-core` by another name too.
{
  inputs.clan.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.shared.url = "path:./shared";
  inputs.foreign.url = "github:someone/something";
  outputs = inputs@{ self, clan, shared, ... }: {
    lib.extra = [ "sara" ];
    clan = (clan.lib.clan {
      inherit self;
      meta.name = "example";
      inventory.machines = shared.lib.machines // inputs.nixpkgs.lib.genAttrs self.lib.extra (_: { });
      inventory.instances.sshd.roles.server.tags = shared.lib.tags;
      inventory.instances.bk = {
        module.name = "borgbackup";
        roles.client.machines = inputs.foreign.lib.machines;
      };
    }).config;
  };
}
# show: machines = jon, sara
# show: sshd.server = jon (tag laptop)
# show: bk.client = ...
