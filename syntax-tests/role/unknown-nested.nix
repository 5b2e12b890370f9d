{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles = {
      client.machines.jon = { };
      sever = {
      # <----- error[unknown-role]:
        machines.jon = { };
      };
    };
  };
}
