{
  meta.name = "example";
  inventory.machines = {
    jon = {
      tags = [ "laptop" ];
    }; # at home
    ser
    # <--- error[syntax]: expected `=` and a value after `ser`
  };
  inventory.instances.sshd.roles = {
    server.machines.sara = { };
    #               ^^^^ warning[unknown-machine]: no machine is called `sara`
    #               ^ action: Add the machine `sara` to the inventory
    # | +     sara = { };
    client.machines."2nd" = { };
    #               ^^^^^ warning[unknown-machine]: no machine is called `2nd`
    #               ^ action: Add the machine `2nd` to the inventory
    # | +     "2nd" = { };
    client.machines.jno = { };
    #                ^ actions:
    # | Change to `jon` (quickfix, preferred)
    # | Add the machine `jno` to the inventory (quickfix)
    #               ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
    #               ^ action: Add the machine `jno` to the inventory
    # | +     jno = { };
  };
}
