{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances = {
    sshd = { roles.client.machines.jon = { }; };
    # <---- related[duplicate-instance]: first defined here
    sshd = { roles.server.machines.jon = { }; };
    # <---- error[duplicate-instance]: the instance `sshd` is defined twice in this set
    sshd = { };
    # <---- error[duplicate-instance]: the instance `sshd` is defined twice in this set
  };
}
