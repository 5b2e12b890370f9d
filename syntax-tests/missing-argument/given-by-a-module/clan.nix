# `_module.args` gives further arguments, in any of its forms; a default stands for none.
{ lib, fleet, domain, theme, flavour ? "plain", ... }:
{
  meta.name = "example";
  imports = [ ./arguments.nix { config._module.args.theme = "dark"; } ];
  meta.description = "${fleet} ${theme} ${flavour}";
  meta.domain = domain;
}
