{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server = {
      machines = {
        jon = { };
        server = { };
        # <------ warning[unknown-machine]: no machine is called `server`
      };
    };
  };
}
