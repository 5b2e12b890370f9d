{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines = {
      jon = { };
      s
      #^ complete: jon sara
      # <- error[syntax]:
    };
  };
}
