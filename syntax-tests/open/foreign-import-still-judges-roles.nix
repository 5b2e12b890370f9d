# No import gives clan-core's service another role.
{ self, ... }:
{
  meta.name = "example";
  imports = [ self.inputs.foo.clanModule ];
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.servr.machines.jon = { };
    #     ^^^^^ error[unknown-role]: `borgbackup` has no role `servr`: did you mean `server`?
  };
}
