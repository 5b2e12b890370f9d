{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
  #                   ^^ related[duplicate-instance]: first defined here
    module.name = "borgbackup";
    roles.client.machines.jon = { };
  };
  inventory.instances."bk" = {
  #                   ^^^^ error[duplicate-instance]: the instance `bk` is defined twice in this set
    roles.server.machines.jon = { };
  };
}
