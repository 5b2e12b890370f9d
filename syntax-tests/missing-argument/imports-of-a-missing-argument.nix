# What the import would bring is not known; that nobody gives the argument is.
{ inputs, ... }:
{
  meta.name = "example";
  imports = [ inputs.foo.clanModule ];
  #           ^^^^^^ error[missing-argument]: nobody gives the modules of a clan an argument `inputs`: the flake's inputs are `self.inputs`
}
