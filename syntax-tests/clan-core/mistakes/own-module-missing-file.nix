{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  modules.svc = ./nope.nix;
  #             ^^^^^^^^^^ error[missing-file]: `./nope.nix` does not exist
  inventory.instances.svc = { module.input = "self"; roles.default.machines.jon = { }; };
}
