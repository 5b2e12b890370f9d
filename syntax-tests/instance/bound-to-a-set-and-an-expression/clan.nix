{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances = {
    sshd = { roles.client.machines.jon = { }; };
    # <---- related[duplicate-instance]:
    sshd = import ./sshd.nix;
    # <---- error[duplicate-instance]:
  };
}
