# A machine that is named already comes last.
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
      #^ complete: sara jon
      #^ complete sara => sara
      # <- error[syntax]: expected `=` and a value after `s`
    };
  };
}
