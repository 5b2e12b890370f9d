{
  machines.jon = { inputs, ... }: { environment.systemPackages = [ inputs.extra.packages.x ]; };
}
