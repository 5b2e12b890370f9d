{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances.bk = {
    module.name = "";
    #             ^^ error[unknown-module]: clan-core has no service `""`
    roles.client.machines.jon = { };
  };
  inventory.instances."" = {
  #                   ^^ error[unknown-module]: clan-core has no service `""`; without `module.name` the instance's name stands for the service
    roles.client.machines.jon = { };
  };
  inventory.instances.sshd = {
    roles."".machines.jon = { };
    #     ^^ error[unknown-role]: `sshd` has no role `""`; it has `client` and `server`
    roles.client.machines."" = { };
    #                     ^^ warning[unknown-machine]: no machine is called `""`
    roles.server.tags = [ "" ];
    #                     ^^ warning[unknown-tag]: no machine carries the tag `""`
  };
}
