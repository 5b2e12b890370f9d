{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.one.module.name = "sshd";
  inventory.instances.one.roles.server.machines.jon = { };
  inventory.instances.two = {
    module = { name = "sshd"; input = "clan-core"; };
    #                                 ^ action: Name the input `clan-core` in the other instances too
    # | +   inventory.instances.one.module.input = "clan-core";
    # | ...
    # | +   inventory.instances.sshd.module.input = "clan-core";
    roles.server.machines.jon = { };
  };
  inventory.instances.sshd.roles.client.machines.jon = { };
}
