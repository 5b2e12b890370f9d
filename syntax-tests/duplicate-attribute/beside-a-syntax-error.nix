# A line that is being typed gives nothing yet.
{
  meta.name = "example";
  inventory.machines.jon =
  #                      ^ error[syntax]: expected a value after `=`
  inventory.machines.sara.tags = [ ];
  # <---------------------------- related[duplicate-attribute]: first defined here
  inventory.machines.sara.tags = [ ];
  # <---------------------------- error[duplicate-attribute]: `inventory.machines.sara.tags` is already defined
}
