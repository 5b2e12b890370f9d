# Each of these names is bound by something around it.
{ lib, config ? fallback, fallback ? 1, ... }@args:
let
  a.b = later;
  later = "jon";
  inherit (a) b;
  old = let { body = x; x = 1; };
  pick = name: { default ? name, ... }@all: [ name default all ];
in
{
  meta.name = "example";
  inventory.machines = rec {
    ${b} = { };
    sara = jon2 // { };
    "jon2" = builtins.removeAttrs { description = toString (map import [ ]); } [ ];
  };
  inventory.tags.x = if args ? y then [ later ] else pick "sara" { } ++ lib.optional (old == null) config;
}
