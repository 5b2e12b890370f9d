# A role asks the machines, not `inventory.tags`.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "darwin" ];
  inventory.instances.sshd.roles.server.tags = [ "darwin" ];
}
# show: tags of jon = darwin, all, nixos
# show: sshd.server = jon (tag darwin)
