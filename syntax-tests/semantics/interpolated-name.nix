let
  name = "jon";
in
{
  meta.name = "example";
  inventory.machines.${name} = { };
  inventory.machines."${name}-2" = { };
  inventory.instances.sshd.roles.server.machines.${name} = { };
}
# show: machines = jon, jon-2
# show: sshd.server = jon (machine)
