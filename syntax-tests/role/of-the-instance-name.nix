# Without `module.name` the instance's name is the service's.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.jon = { };
    roles.peer.machines.jon = { };
    #     ^^^^ error[unknown-role]: `sshd` has no role `peer`; it has `client` and `server`
  };
}
# show: module of sshd = sshd
