# A module may put its definitions under `config`.
{
  imports = [ ./more.nix ];
  config = {
    meta.name = "example";
    inventory.machines.jon = { };
  };
}
# show: machines = jon, sara
