# Before the first word a comment speaks for the file.
# inventory-ls: allow-file(unknown-machine)
{
  meta.name = "example";
  inventory.machines.jon = { };
  # inventory-ls: allow-file(unknown-tag)
  inventory.instances.sshd = {
    roles.server.machines.sara = { };
    roles.client.tags = [ "laptop" ];
    #                     ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `laptop`
  };
}
