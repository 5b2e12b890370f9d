{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.tags = { machines, lib, ... }: { foo = builtins.attrNames (lib.filterAttrs (_: m: builtins.elem "backup" m.tags) machines); };
  #                                                                                                                  ^^^^^^ error[tag-recursion]: a machine's tags are only known once all tags are computed: to read them for one of those never ends
}
