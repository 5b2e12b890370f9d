# Who calls this is known to nobody: `default.nix` may give it anything.
{ inputs, lib }:
{
  meta.name = "example";
  inventory.machines = inputs.fleet.machines;
}
