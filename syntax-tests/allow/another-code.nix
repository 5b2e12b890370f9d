# What is not listed is told, and so is what the list misspells.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.sara = { }; # inventory-ls: allow(unknown-tag)
    #                     ^^^^ warning[unknown-machine]: no machine is called `sara`
    roles.client.machines.sara = { }; # inventory-ls: allow(unknown-machines)
    #                     ^^^^ warning[unknown-machine]: no machine is called `sara`
    #                                                       ^^^^^^^^^^^^^^^^ warning[unknown-code]: no diagnostic has the code `unknown-machines`: did you mean `unknown-machine`?
  };
}
