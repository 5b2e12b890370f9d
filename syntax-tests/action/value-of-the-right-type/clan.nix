# A lone value where a list is taken becomes a list of one; of few values each is offered.
{
  meta.name = "example";
  inventory.machines.jon.tags = "laptop";
  #                              ^ actions:
  # | Make it a list of one (quickfix, preferred, safe)
  #                              ^ action: Make it a list of one
  # | -   inventory.machines.jon.tags = "laptop";
  # | +   inventory.machines.jon.tags = [ "laptop" ];
  #                             ^^^^^^^^ error[wrong-type]: `tags` takes a list of strings, not "laptop"
  inventory.machines.sara.tags = "laptop phone";
  #                               ^ actions:
  # | Make it a list of one (quickfix, preferred)
  #                              ^^^^^^^^^^^^^^ error[wrong-type]: `tags` takes a list of strings, not "laptop phone"
  inventory.machines.server.machineClass = "nixo";
  #                                          ^ actions:
  # | Change to `"nixos"` (quickfix, preferred)
  # | Change to `"darwin"` (quickfix)
  #                                          ^ action: Change to `"nixos"`
  # | -   inventory.machines.server.machineClass = "nixo";
  # | +   inventory.machines.server.machineClass = "nixos";
  #                                        ^^^^^^ error[wrong-type]: `machineClass` takes "nixos" or "darwin", not "nixo"
  inventory.machines.mac.machineClass = "osx";
  #                                          ^ actions:
  # | Change to `"nixos"` (quickfix)
  # | Change to `"darwin"` (quickfix)
  #                                     ^^^^^ error[wrong-type]: `machineClass` takes "nixos" or "darwin", not "osx"
  inventory.tags.berlin = "jon";
  #                        ^ action: Make it a list of one
  # | -   inventory.tags.berlin = "jon";
  # | +   inventory.tags.berlin = [ "jon" ];
  #                       ^^^^^ error[wrong-type]: `berlin` takes a list of strings, not "jon"
  inventory.instances.sshd = {
    module.name = "sshd";
    roles.server.tags = "all";
    #                    ^ action: Make it a list of one
    # | -     roles.server.tags = "all";
    # | +     roles.server.tags = [ "all" ];
    #                   ^^^^^ error[wrong-type]: `tags` takes a set of sets or a list of strings, not "all"
    roles.server.extraModules = ./x.nix;
    #                             ^ action: Make it a list of one
    # | -     roles.server.extraModules = ./x.nix;
    # | +     roles.server.extraModules = [ ./x.nix ];
    #                           ^^^^^^^ error[wrong-type]: `extraModules` takes a list of modules, not a path
    roles.client.machines.jon = { };
    roles.client.extraModules = [ "x.nix" ];
    #                              ^ actions: (none)
    #                             ^^^^^^^ error[wrong-type]: `extraModules` takes a module: a set, a function or a path, not "x.nix"
  };
}
