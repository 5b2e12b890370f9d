{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  modules."svc" = { lib, ... }: {
    _class = "clan.service";
    manifest.name = "my-svc";
    manifest.readme = "x";
    manifest.constraints = { maxInstances = 1; roles.server = { minMachines = 1; maxMachines = 1; }; };
    roles.server = { description = "s"; interface.options.port = lib.mkOption { type = lib.types.port; default = 1; }; };
    roles.client = {
      description = "c";
      interface = { lib, ... }: {
        options.timeout = lib.mkOption { type = lib.types.int; };
        options.mode = lib.mkOption { type = lib.types.enum [ "a" "b" ]; default = "a"; };
        options.nested.deep = lib.mkOption { type = lib.types.str; default = "x"; };
        options.sub = lib.mkOption { default = { }; type = lib.types.attrsOf (lib.types.submodule { options.path = lib.mkOption { type = lib.types.str; }; }); };
        options.list = lib.mkOption { default = [ ]; type = lib.types.listOf lib.types.str; };
      };
    };
  };
  inventory.instances.s1 = { module = { name = "svc"; input = "self"; }; roles.client.machines.jon.settings.timeout = 1; };
  #                   ^^ error[too-few-machines]: the role `server` needs at least 1 machine
}
