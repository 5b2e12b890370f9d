{
  meta.name = "example";
  modules.greeter = ./greeter.nix;
  #          ^ rename: host
  # | -   modules.greeter = ./greeter.nix;
  # | +   modules.host = ./greeter.nix;
  # | ...
  # | -     module = { name = "greeter"; input = "self"; };
  # | +     module = { name = "host"; input = "self"; };
  inventory.machines.jon = { };
  inventory.instances.hello = {
    module = { name = "greeter"; input = "self"; };
    #                    ^ rename: welcome
    # | -   modules.greeter = ./greeter.nix;
    # | +   modules.welcome = ./greeter.nix;
    # | ...
    # | -     module = { name = "greeter"; input = "self"; };
    # | +     module = { name = "welcome"; input = "self"; };
    roles.host.tags.all.settings.words.first.text = "hi";
    #     ^ rename: server
    # | -     roles.host.tags.all.settings.words.first.text = "hi";
    # | -     roles.host.settings.loud = true;
    # | +     roles.server.tags.all.settings.words.first.text = "hi";
    # | +     roles.server.settings.loud = true;
    # | greeter.nix:
    # | -   manifest.constraints.roles.host.min = 1;
    # | -   roles.host = {
    # | +   manifest.constraints.roles.server.min = 1;
    # | +   roles.server = {
    # | ...
    # | -       nixosModule = { loud = if settings.loud then 1 else lib.length (lib.attrNames roles.host.machines); };
    # | +       nixosModule = { loud = if settings.loud then 1 else lib.length (lib.attrNames roles.server.machines); };
    #                                         ^ rename: says
    # | -     roles.host.tags.all.settings.words.first.text = "hi";
    # | +     roles.host.tags.all.settings.words.first.says = "hi";
    # | greeter.nix:
    # | -         options.text = lib.mkOption { type = lib.types.str; };
    # | +         options.says = lib.mkOption { type = lib.types.str; };
    roles.host.settings.loud = true;
    #                     ^ rename: words
    # | refused: there is a setting `words` already
    #                     ^ rename: shouts
    # | -     roles.host.settings.loud = true;
    # | +     roles.host.settings.shouts = true;
    # | greeter.nix:
    # | -     interface.options.loud = lib.mkOption { type = lib.types.bool; default = false; };
    # | +     interface.options.shouts = lib.mkOption { type = lib.types.bool; default = false; };
    # | ...
    # | -       nixosModule = { loud = if settings.loud then 1 else lib.length (lib.attrNames roles.host.machines); };
    # | +       nixosModule = { loud = if settings.shouts then 1 else lib.length (lib.attrNames roles.host.machines); };
  };
}
