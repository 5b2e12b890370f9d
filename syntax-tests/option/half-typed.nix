# What is being typed is no option yet, and what stands behind it is where it was.
{
  meta.name = "example";
  inven
  # <----- error[syntax]: expected `=` and a value after `inven`
  inventory.machines = {
    jon = {
      ta
      # <-- error[syntax]: expected `=` and a value after `ta`
      description = "a laptop";
    };
    sara.dep
    #    ^^^ error[syntax]: expected `=` and a value after `sara.dep`
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    ro
    # <-- error[syntax]: expected `=` and a value after `ro`
    roles.client = {
      se
      # <-- error[syntax]: expected `=` and a value after `se`
      machines.jon.settings = {
        start
        # <----- error[syntax]: expected `=` and a value after `start`
      };
    };
  };
}
