{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.tags = { machines, lib, ... }: { foo = builtins.attrNames (lib.filterAttrs (_: m: builtins.elem "backup" m.tags) machines); };
}
