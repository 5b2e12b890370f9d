{
  de
  # <-- complete: (none)
  # <-- error[syntax]: expected `=` and a value after `de`
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs =
    { self, clan-core, ... }:
    let
      clan = clan-core.lib.clan { imports = [ ./clan.nix ]; };
      # <-- complete: (none)
    in
    {
      na
      # <-- complete: (none)
      # <-- error[syntax]: expected `=` and a value after `na`
      inherit (clan.config) nixosConfigurations;
    };
}
