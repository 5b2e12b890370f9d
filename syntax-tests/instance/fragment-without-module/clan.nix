# A fragment in another file leaves the module to the one that has it.
{
  meta.name = "example";
  imports = [ ./servers.nix ];
  inventory.machines.jon = { };
  inventory.instances.backup = {
    module.name = "borgbackup";
    roles.client.machines.jon = { };
  };
}
# show: module of backup = borgbackup
# show: backup.client = jon (machine)
# show: backup.server = jon (machine)
