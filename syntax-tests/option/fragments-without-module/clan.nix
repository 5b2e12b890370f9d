# An instance is written in pieces: only one of them has to say of which service it is.
{
  meta.name = "example";
  imports = [ ./clients.nix ];
  inventory.machines = { jon.tags = [ "laptop" ]; vault = { }; };
  inventory.instances.nightly = {
    module.name = "borgbackup";
    roles.server.machines.vault = { };
  };
}
# show: nightly.client = jon (tag laptop)
