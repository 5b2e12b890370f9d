# Nothing of an inventory can be written here.
{
  meta.name = "exam";
  #              ^^^ complete: (none)
  inventory.machines.jon.description = "";
  #                                     ^ complete: (none)
  # A comment on roles.
  #                    ^ complete: (none)
}
