{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon
    #                     ^^^ definition: clan.nix:3:22
    #                     ^^^ error[syntax]: expected `=` and a value after `roles.client.machines.jon`
    roles.server.tags = [ "laptop" ];
    #                     ^^^^^^^^ definition: clan.nix:3:35
    roles.
    #    ^ error[syntax]: expected a name after `.`
  };
}
