{
  meta.name = "example";
  inventory.machines.jon = { };
}
# show: sshd.server = jno (machine), jon (machine)
