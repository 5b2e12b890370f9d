# A machine that exists is never mistaken for the tag of its name.
{
  meta.name = "example";
  inventory.machines.backup.tags = [ "backup" ];
  inventory.instances.sshd.roles.server.machines.backup = { };
}
# show: sshd.server = backup (machine)
