# The module that is missing is made, with nothing in it; a file that is no Nix is not.
{
  meta.name = "example";
  imports = [ ./machines.nix ];
  #           ^ actions:
  # | Create `machines.nix` (quickfix)
  #           ^^^^^^^^^^^^^^ error[missing-file]: `./machines.nix` does not exist
  modules.greeter = ./services/greeter.nix;
  #                 ^ actions:
  # | Create `services/greeter.nix` (quickfix)
  #                 ^^^^^^^^^^^^^^^^^^^^^^ warning[missing-file]: `./services/greeter.nix` does not exist; nobody reads it until an instance uses this
  inventory.machines.jon = { };
  inventory.instances.users = {
    roles.default.machines.jon.settings.user = ./services/name.txt;
    #                                          ^ actions: (none)
    #                                          ^^^^^^^^^^^^^^^^^^^ error[missing-file]: `./services/name.txt` does not exist
  };
}
