{
  meta.name = "example";
  inventory.instances.sshd = {
    roles.server.machines.sara = { };
    #                     ^^^^ warning[unknown-machine]: no machine is called `sara`
    #                     ^ action: Add the machine `sara` to the inventory
    # | +   inventory.machines.sara = { };
  };
}
