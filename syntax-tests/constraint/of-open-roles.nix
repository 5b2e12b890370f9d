# Who is in a role may not be known: then it may have enough.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines = { jon = { }; sara = { }; };
  inventory.instances.one = {
    module.name = "zerotier";
    roles.controller.machines = self.controllers;
  };
}
