{
  inventory.instances.bk = {
    module.name = "sshd";
    roles.server.machines.jon = { };
  };
}
