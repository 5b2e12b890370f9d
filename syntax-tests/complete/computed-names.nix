# What only evaluation tells is not read off the text.
let
  name = "jon";
in
{
  meta.name = "example";
  inventory.machines."${name}-2" = {  };
  #                   ^ hover: (none)
  #                                  ^ complete: (none)
  inventory.machines.${name} = {  };
  #                              ^ complete: (none)
}
# symbols:
# | machines 7:13-8:37
