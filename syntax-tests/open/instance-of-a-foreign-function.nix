{ inputs, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = inputs.foo.instance {
    roles.nobody.machines.nowhere = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles = inputs.foo.roles;
  };
}
