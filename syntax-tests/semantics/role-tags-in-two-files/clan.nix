# Lists and sets of one role's tags come together.
{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines = {
    jon.tags = [ "laptop" ];
    sara.tags = [ "server" ];
    other = { };
  };
  inventory.instances.sshd.roles.server.tags = [ "laptop" ];
}
# show: sshd.server = jon (tag laptop), sara (tag server)
