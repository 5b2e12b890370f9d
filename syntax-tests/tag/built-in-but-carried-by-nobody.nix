# The built-in `darwin` is as empty as any other tag that no machine carries.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd.roles.server.tags = [ "darwin" ];
  #                                              ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `darwin`
}
