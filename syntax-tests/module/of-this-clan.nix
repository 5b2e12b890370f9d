# `self` has services of its own.
{
  meta.name = "example";
  inventory.machines.jon = { };
  modules.mine = {
    _class = "clan.service";
    manifest.name = "mine";
    roles.peer = { };
  };
  inventory.instances.net = {
    module = { name = "mine"; input = "self"; };
    roles.peer.machines.jon = { };
  };
}
# show: module of net = mine (from self)
# show: net.peer = jon (machine)
