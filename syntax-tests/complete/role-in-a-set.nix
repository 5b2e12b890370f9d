{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles = {
      s
      #^ complete: client server
      #^ complete server => server
      # <- error[syntax]: expected `=` and a value after `s`
    };
  };
}
