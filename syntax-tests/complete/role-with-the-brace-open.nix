# The rest of the file is still to be written.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.
    #     ^ complete: client server
    #    ^ error[syntax]: expected a name after `.`
