{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances = {
    sshd = { roles.client.machines.jon = { }; };
    # <---- related[duplicate-instance]:
    sshd = { roles.server.machines.jon = { }; };
    # <---- error[duplicate-instance]:
    sshd = { };
    # <---- error[duplicate-instance]:
  };
}
