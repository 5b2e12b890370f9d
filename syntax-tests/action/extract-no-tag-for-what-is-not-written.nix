{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = lib.genAttrs [ "jon" "ada" ] (_: { });
  inventory.instances.sshd.roles.server.machines = { jon = { }; ada = { }; };
  #                                ^ actions: (none)
}
