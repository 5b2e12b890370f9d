{
  meta.name = "example";
  inventory.instances.sshd.roles.server.machines.jon = { };
  inventory.instances.sshd.roles.client.tags = [ "laptop" ];
}
# show: machines = jon, mac (darwin)
# show: tags of jon = laptop, all, nixos
# show: sshd.client = jon (tag laptop)
