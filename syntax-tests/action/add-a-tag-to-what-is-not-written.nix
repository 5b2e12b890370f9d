{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = lib.genAttrs [ "jon" ] (_: { });
  machines.ada = { };
  inventory.instances.sshd.roles.server.tags = [ "paris" ];
  #                                               ^ actions:
  # | Write the tags as a set (refactor.rewrite)
  #                                              ^^^^^^^ warning[unknown-tag]: no machine carries the tag `paris`
}
