{ lib, ... }: {
  meta.name = "t";
  modules.m = { lib, ... }: { _class = "clan.service"; manifest.name = "m"; roles.r.interface = { meta, ... }: { options.a = lib.mkOption { type = lib.types.int; default = 0; }; options.l = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; }; options.d = lib.mkOption { type = lib.types.str; default = meta.domain; }; }; };
  inventory.machines = { x.tags = [ "t1" "t2" ]; y = { }; z.tags = [ "t1" ]; };
  inventory.instances.i = {
    module = { name = "m"; input = "self"; };
    roles.r.settings = { a = 1; l = [ "role" ]; };
    roles.r.machines.x.settings = { l = [ "mach" ]; a = lib.mkForce 9; };
    roles.r.machines.y = { };
    roles.r.tags.t1.settings.l = [ "t1" ];
    roles.r.tags.t2.settings.l = [ "t2" ];
  };
}
# show: machines = x, y, z
# show: tag all = x, y, z
# show: tag nixos = x, y, z
# show: tag t1 = x, z
# show: tag t2 = x
# show: i.r = x (tag t1, tag t2, machine), y (machine), z (tag t1)
