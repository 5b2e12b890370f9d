{
  meta.name = "t";
  inventory.machines.jon.machineClass = "linux";
  #                                     ^^^^^^^ error[wrong-type]: `machineClass` takes "nixos" or "darwin", not "linux"
}
