{ config, ... }:
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.sara = { };
  inventory.tags = { machines, lib, ... }: {
    a = if lib.elem "laptop" (machines.jon.tags or [ ]) then [ "jon" ] else [ ];
    #                         ^^^^^^^^^^^^^^^^^ error[tag-recursion]: a machine's tags are only known once all tags are computed: to read them for one of those never ends
    b = let inherit (machines.jon) tags; in lib.optional (tags != [ ]) "jon";
    #                              ^^^^ error[tag-recursion]: a machine's tags are only known once all tags are computed: to read them for one of those never ends
    c = lib.filter (name: config.inventory.machines.${name}.tags == [ ]) [ "sara" ];
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[tag-recursion]: a machine's tags are only known once all tags are computed: to read them for one of those never ends
  };
}
