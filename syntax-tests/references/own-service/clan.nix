{
  meta.name = "example";
  modules.greeter = ./greeter.nix;
  #       ^^^^^^^ references: defined clan.nix:3:11 used clan.nix:6:23 clan.nix:11:23
  inventory.machines.jon = { };
  inventory.instances.hello = {
    module = { name = "greeter"; input = "self"; };
    #                 ^^^^^^^^^ references: defined clan.nix:3:11 used clan.nix:6:23 clan.nix:11:23
    roles.host.tags.all.settings.words.first.text = "hi";
    #     ^^^^ references: defined greeter.nix:6:9 used clan.nix:7:11 clan.nix:8:11 clan.nix:12:11
    #                            ^^^^^ references: defined greeter.nix:9:23 used clan.nix:7:34
    # | clan.nix:12:56
    #                                  ^ references: (none)
    #                                        ^^^^ references: defined greeter.nix:11:17 used
    # | clan.nix:7:46 clan.nix:12:73
    roles.host.settings.loud = true;
    #                   ^^^^ highlight: used clan.nix:8:25 clan.nix:12:42
  };
  inventory.instances.again = {
    module = { name = "greeter"; input = "self"; };
    roles.host.machines.jon.settings = { loud = false; words.second = { text = "ho"; }; };
  };
}
