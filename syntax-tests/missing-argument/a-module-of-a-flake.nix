# No flake is in sight, but a clan has no option `clan`: this is a module of flake-parts.
{ self, inputs }:
{
  imports = [ inputs.clan-core.flakeModules.default ];
  clan = {
    meta.name = "example";
    inventory = inputs.fleet.inventory;
  };
}
