# Services, submodules and machines are given arguments of their own.
{
  meta.name = "example";
  modules.hello = ./hello.nix;
  machines.jon = { pkgs, inputs, ... }: { environment.systemPackages = [ inputs.x pkgs.hello ]; };
  inventory.machines.jon = { name, fleet, ... }: { description = "${name} ${fleet}"; };
}
