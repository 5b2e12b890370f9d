{ lib, config, ... }:
let
  jon = { };
  jon = { };
  sara = 1;
  # <---- related[duplicate-attribute]: first defined here
  inherit sara;
  #       ^^^^ error[duplicate-attribute]: `sara` is already defined
in
{
  meta.name = "example";
  inventory.machines = {
    inherit jon;
    #       ^^^ related[duplicate-attribute]: first defined here
    jon = { };
    # <--- error[duplicate-attribute]: `jon` is already defined
    inherit (lib) x x;
    #               ^ error[duplicate-attribute]: `x` is already defined
    #             ^ related[duplicate-attribute]: first defined here
  };
}
