# The flake's inputs are no argument of a clan's modules; `self` has them. The first use tells.
{ self, inputs, ... }:
{
  meta.name = "example";
  specialArgs = { inherit inputs; };
  machines.jon.imports = [ inputs.foo.nixosModules.default ];
  #                        ^^^^^^ error[missing-argument]: nobody gives the modules of a clan an argument `inputs`: the flake's inputs are `self.inputs`
  machines.sara.imports = [ inputs.foo.nixosModules.default ];
}
