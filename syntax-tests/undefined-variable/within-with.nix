# `with` may bind any name, and so may one further out.
{ lib, self, ... }:
{
  meta.name = "example";
  inventory.machines = with lib; genAttrs [ "jon" ] (name: { description = something; });
  inventory.tags.laptop = with self.lib; let inner = elsewhere; in [ inner ];
  inventory.tags.phone = [ (with lib; head) elsewhere ];
  #                                         ^^^^^^^^^ error[undefined-variable]: nothing here is called `elsewhere`; a text is written in quotes
  #                         ^^^^^^^^^^^^^^ error[wrong-type]: `phone` takes a string, not a function
}
