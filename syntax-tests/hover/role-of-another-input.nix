{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.net = {
    module = { name = "anything"; input = "friends"; };
    roles.whatever.machines.jon = { };
    #     ^^^^^^^^ hover:
  };
}
