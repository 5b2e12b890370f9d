{ self, clan-core, inputs, ... }:
{
  meta.name = "example";
  modules.mine = inputs.mine.clan.modules.mine;
  #              ^^^^^^ error[missing-argument]: nobody gives the modules of a clan an argument `inputs`: the flake's inputs are `self.inputs`
}
