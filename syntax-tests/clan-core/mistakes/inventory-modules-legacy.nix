{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.modules.svc = { _class = "clan.service"; manifest.name = "svc"; roles.default = { }; };
  inventory.instances.svc = { module.input = "self"; roles.default.machines.jon = { }; };
  #                   ^^^ error[unknown-module]: this clan has no service `svc`; without `module.name` the instance's name stands for the service
}
# show: machines = jon, sara, server
# show: tag all = jon, sara, server
# show: tag backup = jon, sara
# show: tag nixos = jon, sara, server
