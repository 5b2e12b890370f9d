# Without `module.name` the instance's name is the service's.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.jon = { };
    roles.peer.machines.jon = { };
    #     ^^^^ error[unknown-role]:
  };
}
# show: module of sshd = sshd
