# Who is in the role is not known, but all that is written is judged.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines = self.inputs.foo.servers;
    roles.client.machines.jno = { };
    #                     ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
  };
}
# show: sshd.server = ...
