{
  meta.name = "example";
  inventory.machines = { jon = { }; sara = { }; };
  inventory.instances.one = {
    module.name = "zerotier";
    roles.controller.machines = { jon = { }; sara = { }; };
    #     ^^^^^^^^^^ error[too-many-machines]: the role `controller` may have 1 machine at most, and has 2
    roles.peer.tags = [ "all" ];
  };
  inventory.instances.two = {
  #                   ^^^ error[too-few-machines]: the role `controller` needs at least 1 machine
    module.name = "zerotier";
    roles.peer.tags = [ "all" ];
  };
}
