# Nix notices these once a machine is built, or an instance uses the module.
{
  meta.name = "example";
  modules.used = ./modules/used.nix;
  #              ^^^^^^^^^^^^^^^^^^ error[missing-file]: `./modules/used.nix` does not exist
  modules.unused = ./modules/unused.nix;
  #                ^^^^^^^^^^^^^^^^^^^^ warning[missing-file]: `./modules/unused.nix` does not exist; nobody reads it until an instance uses this
  modules.inner = { imports = [ ./modules/inner.nix ]; };
  #                             ^^^^^^^^^^^^^^^^^^^ warning[missing-file]: `./modules/inner.nix` does not exist; nobody reads it until an instance uses this
  inventory.machines.jon = { };
  inventory.instances.first = {
    module = { name = "used"; input = "self"; };
    roles.default.machines.jon = { };
  };
  inventory.instances.sshd.roles.server = {
    tags = [ "all" ];
    extraModules = [ ./modules/there.nix ./modules/gone.nix { imports = [ ./later.nix ]; } ];
    #                                    ^^^^^^^^^^^^^^^^^^ warning[missing-file]: `./modules/gone.nix` does not exist; nobody reads it until a machine is built
  };
}
