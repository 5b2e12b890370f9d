# clan-core takes the name as it is and sets up nothing.
{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.instances.sshd = {
    roles.server.machines.jno = { };
    #                     ^^^ warning[unknown-machine]:
    roles.client.machines."sraa" = { };
    #                     ^^^^^^ warning[unknown-machine]:
  };
}
# show: sshd.server = jno (machine)
