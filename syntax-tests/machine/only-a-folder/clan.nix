# A folder below `machines/` is a machine; a file is not.
{
  meta.name = "example";
  inventory.instances.sshd.roles.server.machines = {
    jon = { };
    empty = { };
    notes = { };
    # <----- warning[unknown-machine]: no machine is called `notes`
  };
}
# show: machines = ".hidden", empty, jon
# show: tags of jon = all, nixos
