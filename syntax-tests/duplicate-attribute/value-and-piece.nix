# Only sets that are written out are joined.
{ lib, ... }:
{
  meta.name = "example";
  inventory.machines.jon.tags = [ ];
  # <--------------------------- related[duplicate-attribute]: first defined here
  inventory.machines.jon = lib.mkDefault { };
  # <---------------------- error[duplicate-attribute]: `inventory.machines.jon` is already defined; Nix joins sets only where both are written out
  inventory.instances.sshd.module = { name = "sshd"; };
  #                                   ^^^^ related[duplicate-attribute]: first defined here
  inventory.instances.sshd.module.name = "sshd";
  # <------------------------------------ error[duplicate-attribute]: `inventory.instances.sshd.module.name` is already defined
}
