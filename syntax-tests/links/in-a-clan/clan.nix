# Paths lead to files that are there, folders to the file that stands for them.
{
  meta.name = "example";
  imports = [ ./more.nix ./sub ./empty ./. ];
  #                                    ^^^ error[missing-file]: the folder `./.` has no `default.nix`
  modules.own = sub/default.nix;
  machines.jon = ./machines/jon;
  specialArgs = { a = ../outside.nix; b = ./${"c"}/d; c = "./more.nix"; }; # ./more.nix
  inventory.instances.x.roles.peer.extraModules = [ ./machines/jon/configuration.nix ./
  #                                                                                  ^ error[syntax]: expected a name after `.`
}
# links:
# | 4:15 ./more.nix -> more.nix
# | 4:26 ./sub -> sub/default.nix
# | 5:17 sub/default.nix -> sub/default.nix
# | 6:18 ./machines/jon -> machines/jon/configuration.nix
# | 8:53 ./machines/jon/configuration.nix -> machines/jon/configuration.nix
