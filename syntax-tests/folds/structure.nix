# The first of two,
# and the second.
{
  lib,
  ...
}:
let
  one = 1;

  # Alone.

  two = 2; # not
  # a block
  # with it
in
{
  meta.name = "example";
  /* over
     lines */
  imports = [
  ];
  inventory.machines = { jon = {
    tags = [ "a" ]; description = ''
      long
    '';
  }; };
}
# folds:
# | 1:20-2:18 comment
# | 3:2-6:1
# | 7:4-15:1
# | 13:12-14:12 comment
# | 16:2-27:1
# | 18:10-19:14 comment
# | 20:14-21:3 imports
# | 22:25-26:6
# | 22:33-26:3
# | 23:37-25:5
