{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.extra.url = "path:./extra";
  inputs.friends.url = "github:friends/services";
  outputs = { self, clan-core, ... }: {
    clan = clan-core.lib.clan { inherit self; imports = [ ./clan.nix ]; };
  };
}
