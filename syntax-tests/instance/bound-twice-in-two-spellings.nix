{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
  #                   ^^ related[duplicate-instance]:
    module.name = "borgbackup";
    roles.client.machines.jon = { };
  };
  inventory = {
    instances = {
      bk = {
      # <-- error[duplicate-instance]:
        roles.server.machines.jon = { };
      };
    };
  };
}
