# Tags that are computed from the machines' tags go in a circle: nothing is known of them.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.tags = { machines, lib, ... }: {
    mobile = lib.attrNames (lib.filterAttrs (_: it: lib.elem "laptop" it.tags) machines);
    #                                                                 ^^^^^^^ error[tag-recursion]: a machine's tags are only known once all tags are computed: to read them for one of those never ends
  };
  inventory.instances.sshd.roles.server.tags = [ "mobile" ];
}
# show: sshd.server = ...
