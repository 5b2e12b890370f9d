# Words of an inventory where they are none.
{
  meta.name = "example";
  inventory.machines.jon = { };
  machines.jon = {
    services.inventory.instances.bk.roles.nobody.machines.nowhere = { };
    clan.core.tags = [ "unheard-of" ];
  };
}
# show: instances = (none)
