# Unknown settings leave the members certain.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon.settings = self.inputs.foo.settings;
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };
}
# show: bk.client = jon (machine)
