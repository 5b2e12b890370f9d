{
  meta.name = "example";
  modules.greeter = ./greeter.nix;
  inventory.machines.jon = { };
  inventory.instances.hello = {
    module = { name = "greeter"; input = "self"; };
    roles.host.tags = [ "all" ];
  };
}
