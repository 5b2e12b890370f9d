{ lib, ... }:
{
  _class = "clan.service";
  manifest.name = "greeter";
  manifest.readme = "Greets.";
  roles.host = {
  #     ^^^^ references: defined greeter.nix:6:9 used clan.nix:7:11 clan.nix:8:11 clan.nix:12:11
    description = "Greets.";
    interface.options.loud = lib.mkOption { type = lib.types.bool; default = false; };
    #                 ^^^^ references: defined greeter.nix:8:23 used clan.nix:8:25 clan.nix:12:42
    interface.options.words = lib.mkOption {
      type = lib.types.attrsOf (lib.types.submodule {
        options.text = lib.mkOption { type = lib.types.str; };
        #       ^^^^ references: defined greeter.nix:11:17 used clan.nix:7:46 clan.nix:12:73
      });
      default = { };
    };
  };
}
