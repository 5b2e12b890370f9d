{
  meta.name = "example";
  inventory.machines.here = { };
  machines.configured = { };
  inventory.instances.sshd = {
    roles.server.machines.
    #                     ^ complete: configured folder here json
    #                    ^ error[syntax]: expected a name after `.`
  };
}
