{ machines, lib, ... }:
{
  sshd.roles.server.machines = lib.genAttrs machines (_: { });
}
