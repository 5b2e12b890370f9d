# A comment alone on its line silences the next; further ones may stand between, an empty line may not.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.a = {
    module.name = "sshd";
    # inventory-ls: allow(unknown-machine, unknown-tag)
    roles.server = { machines.sara = { }; tags = [ "laptop" ]; };

    # inventory-ls: allow(unknown-machine)
    # She joins next week.
    roles.client.machines.sara = { };
  };
  inventory.instances.b = {
    module.name = "sshd";
    # inventory-ls: allow(unknown-machine)

    roles.server.machines.sara = { };
    #                     ^^^^ warning[unknown-machine]: no machine is called `sara`
    roles.client = { }; # inventory-ls: allow(unknown-tag)
    roles.client.tags = [ "laptop" ];
    #                     ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `laptop`
  };
}
