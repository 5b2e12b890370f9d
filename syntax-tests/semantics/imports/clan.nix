{
  meta.name = "example";
  imports = [
    ./machines.nix
    ./services
    { inventory.machines.inline = { }; }
  ];
}
# show: machines = inline, jon
# show: sshd.server = inline (tag all), jon (tag all)
