# The way of clan-core's templates: `lib.clan` is given a module, which imports others.
{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs =
    { self, clan-core, ... }:
    let
      clan = clan-core.lib.clan {
        inherit self;
        imports = [ ./clan.nix ];
        modules."@example/greeter" = ./greeter.nix;
        inventory.machines.jon.tags = [ "laptop" ];
      };
    in
    {
      inherit (clan.config) nixosConfigurations;
      clan = clan.config;
    };
}
# show: greet.morning = jon (tag laptop)
