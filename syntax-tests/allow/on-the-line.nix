# A comment silences its own line, and no other.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.sara = { }; # inventory-ls: allow(unknown-machine): joins next week
    roles.client.machines.sara = { };
    #                     ^^^^ warning[unknown-machine]: no machine is called `sara`
  };
}
