# clan-core takes the name as it is and sets up nothing.
{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.instances.sshd = {
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
    roles.client.machines."sraa" = { };
    #                     ^^^^^^ warning[unknown-machine]: no machine is called `sraa`: did you mean `sara`?
  };
}
# show: sshd.server = jno (machine)
