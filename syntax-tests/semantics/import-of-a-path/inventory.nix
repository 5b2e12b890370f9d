{
  machines = import ./machines.nix { tag = "x"; };
  instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon = { };
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };
}
