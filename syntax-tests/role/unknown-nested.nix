{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles = {
      client.machines.jon = { };
      sever = {
      # <----- error[unknown-role]: `borgbackup` has no role `sever`: did you mean `server`?
        machines.jon = { };
      };
    };
  };
}
