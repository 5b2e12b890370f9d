{ lib, clancore, pkgs, ... }:
{
  meta.name = "example";
  inventory.machines = lib.genAttrs [ "jon" ] (_: { });
  modules.mine = clancore.modules.mine;
  #              ^^^^^^^^ error[missing-argument]: nobody gives the modules of a clan an argument `clancore`: did you mean `clan-core`?
  modules.other = { config, ... }: { _file = pkgs.writeText "a" ""; };
  #                                          ^^^^ error[missing-argument]: nobody gives the modules of a clan an argument `pkgs`
}
