{
  meta.name = "example";
  inventory.machines.jon: { };
  #                     ^ error[syntax]: expected `=` after `inventory.machines.jon`, not `:`
  inventory.instances.sshd.roles.server.machines.jon = { };
}
# show: sshd.server = jon (machine)
