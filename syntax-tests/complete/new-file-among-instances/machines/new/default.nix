{
  machineClass = "";
  #               ^ complete: nixos darwin
}
