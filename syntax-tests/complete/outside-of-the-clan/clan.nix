let
  owner = "jon";
  # ^ complete: (none)
in
{ lib, ... }:
{
  meta.name = "example";
  machines.jon = import ./modules/gnome.nix;
  inventory.machines = lib.genAttrs [ "jon" ] (name: {
    tags = [ owner ];
    # <- complete: tags description "deploy.targetHost" "deploy.buildHost" "deploy.forwardAgent"
    # | machineClass icon name installedAt
  });
  inventory.instances = let admin = { }; in { sshd.roles.server.tags.all = { }; };
  #                         ^^^^^ complete: (none)
}
