{
  inventory.machines.jon = {
    description = "the desktop";
    #             ^^^^^^^^^^^^^ error[conflicting-definition]: `description` of the machine `jon` has another value elsewhere: `lib.mkForce` or `lib.mkDefault` tells which one counts
    machineClass = "nixos";
    icon = "laptop.svg";
    #      ^^^^^^^^^^^^ error[conflicting-definition]: `icon` of the machine `jon` has another value elsewhere: `lib.mkForce` or `lib.mkDefault` tells which one counts
  };
  inventory.machines.sara.description = "nobody";
}
