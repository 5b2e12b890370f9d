{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs = { self, clan-core, ... }: {
    clan = clan-core.lib.clan {
    #                         ^ action: Name the clan "clan"
    # | +       meta.name = "clan";
    #                         ^ error[missing-option]: this clan has no name: set `meta.name`
      inherit self;
      inventory.machines.jon = { };
    };
  };
}
