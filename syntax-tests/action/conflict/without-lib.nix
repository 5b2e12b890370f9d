{
  inventory.machines.jon.machineClass = "darwin";
  #                                     ^^^^^^^^ error[conflicting-definition]: `machineClass` of the machine `jon` has another value elsewhere: `lib.mkForce` or `lib.mkDefault` tells which one counts
  #                                     ^ action: Let the other definition win: `lib.mkDefault`
  # | (absent)
  #                                     ^ action: Let this definition win: `lib.mkForce`
  # | (absent)
}
