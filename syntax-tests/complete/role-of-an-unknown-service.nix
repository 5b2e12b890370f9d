{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.net = {
    module = { name = "anything"; input = "friends"; };
    roles.
    #     ^ complete: (none)
    #    ^ error[syntax]: expected a name after `.`
  };
}
