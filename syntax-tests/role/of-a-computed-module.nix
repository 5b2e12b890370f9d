# A name that is computed by something unknown may be any service's.
{ lib, self, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = self.inputs.secret.nameOf "backup";
    roles.anything.machines.jon = { };
  };
}
# show: module of bk = ?
# show: bk.anything = jon (machine)
