{
  inputs.clan.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs =
    { self, clan, ... }:
    {
      clan = clan.lib.clan {
        inherit self;
        imports = [ ./clan.nix ];
      };
    };
}
