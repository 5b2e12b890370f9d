# Those with `...`, with one name for all, and those that the text itself calls.
args:
let
  machine = { name, tags }: { description = name; inherit tags; };
in
{
  meta.name = "example";
  imports = [
    ({ lib, ... }: { inventory.machines.sara = lib.mkDefault { }; })
    (import ./more.nix { name = "jon"; })
    ({ config, lib, options, specialArgs, self, _class, _prefix }: { })
  ];
  inventory.machines.ada = machine { name = "ada"; tags = [ ]; };
  machines.jon = { pkgs }: { };
}
