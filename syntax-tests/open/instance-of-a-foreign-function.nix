{ self, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = self.inputs.foo.instance {
    roles.nobody.machines.nowhere = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles = self.inputs.foo.roles;
  };
}
