# A new clan has no machines yet; its template already speaks of all.
{
  meta.name = "example";
  inventory.instances.sshd = {
    roles.server.tags.all = { };
    roles.client.tags = [ "nixos" "darwin" ];
  };
}
# show: machines = (none)
# show: sshd.server = (none)
