# jon may carry any tag; which machines there are is certain.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines.jon.tags = self.inputs.foo.tagsOf "jon";
  inventory.instances.sshd = {
    roles.client.tags = [ "laptop" ];
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };
}
# show: machines = jon
