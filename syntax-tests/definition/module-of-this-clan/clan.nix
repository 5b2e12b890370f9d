{
  meta.name = "example";
  imports = [ ./modules.nix ];
  inventory.instances.one = {
    module = { name = "hello"; input = "self"; };
    #                 ^^^^^^^ definition: modules.nix:2:11
  };
  inventory.instances.two.module.name = "sshd";
  #                                      ^ definition: (none)
}
