# Who looks first, reads nothing that is not there.
{ lib, ... }:
{
  meta.name = "example";
  imports = lib.optional (builtins.pathExists ./local.nix) ./local.nix
    ++ (if builtins.pathExists ./other.nix then [ ./other.nix ] else [ ])
    ++ lib.filter builtins.pathExists [ ./third.nix ];
  inventory.machines.jon = lib.mkIf (builtins.pathExists ./jon.nix) (import ./jon.nix);
  inventory.machines.sara.description = (a: "sara") (import ./never-asked-for.nix);
}
