{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = { name = "ss"; input = "clan-core"; };
    #                    ^ complete sshd => module = { name = "sshd"; input = "clan-core"; };
    #                 ^^^^ error[unknown-module]: clan-core has no service `ss`
    roles.client.machines.jon = { };
  };
}
