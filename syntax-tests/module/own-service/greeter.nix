{ lib, ... }:
{
  _class = "clan.service";
  manifest.name = "greeter";
  manifest.description = "Says hello";
  roles.morning = {
    description = "Says it before noon";
    interface.options.name = lib.mkOption { type = lib.types.str; };
  };
  roles.evening.perInstance = { ... }: { };
}
