{ lib, ... }:
# <- action: Name the clan "clan"
# | +     name = "clan";
# <- error[missing-option]: this clan has no name: set `meta.name`
let
  inherit (lib) genAttrs;
in
{
  meta = {
    description = "what stands at home";
  };
  inventory.machines = genAttrs [ "jon" ] (_: { });
}
