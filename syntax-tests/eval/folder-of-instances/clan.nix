# Every file of a folder is read, merged and called with what it needs.
{ lib, ... }:
let
  entries = builtins.readDir ./instances;
  isInstance = name: kind: kind == "directory" || (lib.hasSuffix ".nix" name && name != "default.nix");
  load = name: import (./instances + "/${name}");
  call = it: if builtins.isFunction it then it { machines = [ "jon" ]; inherit lib; } else it;
in
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances = lib.foldl' lib.recursiveUpdate { } (
    map (name: call (load name)) (lib.attrNames (lib.filterAttrs isInstance entries))
  );
}
# show: instances = backup, sshd
# show: sshd.server = jon (machine)
# show: backup.client = jon (tag laptop)
# show: backup.server = jon (machine)
