{ lib, ... }:
{
  _class = "clan.service";
  manifest.name = "greeter";
  manifest.readme = "Greets.";
  manifest.constraints.roles.host.min = 1;
  roles.host = {
  #      ^ rename: greets
  # | clan.nix:
  # | -     roles.host.tags.all.settings.words.first.text = "hi";
  # | -     roles.host.settings.loud = true;
  # | +     roles.greets.tags.all.settings.words.first.text = "hi";
  # | +     roles.greets.settings.loud = true;
  # | -   manifest.constraints.roles.host.min = 1;
  # | -   roles.host = {
  # | +   manifest.constraints.roles.greets.min = 1;
  # | +   roles.greets = {
  # | ...
  # | -       nixosModule = { loud = if settings.loud then 1 else lib.length (lib.attrNames roles.host.machines); };
  # | +       nixosModule = { loud = if settings.loud then 1 else lib.length (lib.attrNames roles.greets.machines); };
    description = "Greets.";
    interface.options.loud = lib.mkOption { type = lib.types.bool; default = false; };
    #                  ^ rename: noisy
    # | clan.nix:
    # | -     roles.host.settings.loud = true;
    # | +     roles.host.settings.noisy = true;
    # | -     interface.options.loud = lib.mkOption { type = lib.types.bool; default = false; };
    # | +     interface.options.noisy = lib.mkOption { type = lib.types.bool; default = false; };
    # | ...
    # | -       nixosModule = { loud = if settings.loud then 1 else lib.length (lib.attrNames roles.host.machines); };
    # | +       nixosModule = { loud = if settings.noisy then 1 else lib.length (lib.attrNames roles.host.machines); };
    interface.options.words = lib.mkOption {
      type = lib.types.attrsOf (lib.types.submodule {
        options.text = lib.mkOption { type = lib.types.str; };
      });
      default = { };
    };
    perInstance = { settings, roles, ... }: {
      nixosModule = { loud = if settings.loud then 1 else lib.length (lib.attrNames roles.host.machines); };
    };
  };
}
