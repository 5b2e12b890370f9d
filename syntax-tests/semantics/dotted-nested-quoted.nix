# Three spellings of one path.
{
  meta.name = "example";
  inventory.machines.a = { };
  inventory."machines"."b" = { };
  inventory = {
    machines = {
      "c".tags = [ "x" ];
    };
  };
  "inventory".instances.sshd.roles.server.tags = [ "x" ];
}
# show: machines = a, b, c
# show: sshd.server = c (tag x)
