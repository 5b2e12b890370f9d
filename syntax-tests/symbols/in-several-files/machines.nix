let
  laptop = { tags = [ "laptop" ]; };
  machines.other = { };
in
{
  jon = laptop;
  sara = laptop // { description = "hers"; };
}
# symbols:
# | machine jon (laptop) 6:3-6:16
# | machine sara (laptop) 7:3-7:46
