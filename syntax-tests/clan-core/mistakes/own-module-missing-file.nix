{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  modules.svc = ./nope.nix;
  inventory.instances.svc = { module.input = "self"; roles.default.machines.jon = { }; };
}
