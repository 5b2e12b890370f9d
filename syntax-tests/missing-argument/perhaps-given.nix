# A module that is not known may give any argument.
{ fleet, self, ... }:
{
  meta.name = "example";
  imports = [ self.inputs.foo.clanModule ];
  meta.description = fleet;
}
