{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  modules.svc = { _class = "clan.service"; roles.default = { }; };
  #             ^ warning[module-without-name]: the service `svc` does not name itself: set `manifest.name`
  inventory.instances.svc = { module.input = "self"; roles.default.machines.jon = { }; };
}
