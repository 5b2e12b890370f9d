# Broken text has comments too.
{
  meta.name = "example";
  inventory.machines.jon { }; # inventory-ls: allow(syntax)
  inventory.machines.sara { };
  #                  ^^^^ error[syntax]: missing `=` after `inventory.machines.sara`
  # | fix => inventory.machines.sara = { };
}
