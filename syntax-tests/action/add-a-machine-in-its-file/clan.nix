{
  meta.name = "example";
  imports = [ ./machines.nix ];
  inventory.instances.sshd.roles.server.machines.sara = { };
  #                                              ^^^^ warning[unknown-machine]: no machine is called `sara`
  #                                              ^ action: Add the machine `sara` to the inventory
  # | machines.nix:
  # | +   inventory.machines.sara = { };
}
