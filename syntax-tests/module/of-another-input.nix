# What another input offers is not known here.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.net = {
    module = { name = "anything"; input = "friends"; };
    roles.whatever.machines.jon = { };
  };
}
# show: module of net = anything (from friends)
# show: net.whatever = jon (machine)
