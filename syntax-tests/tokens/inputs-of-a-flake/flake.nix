{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs = {
    nixpkgs.follows = "clan-core/nixpkgs";
    extra = { url = "github:somebody/extra"; };
  };
  outputs = { self, clan-core, ... }: {
    clan = clan-core.lib.clan {
      inherit self;
      meta.name = "example";
      inventory.instances.x.module = { name = "some"; input = "extra"; };
    };
  };
}
# tokens:
# | 2: new input clan-core
# | 4: new input nixpkgs
# | 5: new input extra
# | 11: new instance x, service some, input extra
