# A function may use any tag.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.tags = { config, ... }: { group = config.all; };
  inventory.instances.sshd.roles.server.tags = [ "group" ];
  inventory.instances.none.module.name = "sshd";
  #                   ^^^^ info[no-members]: no machine takes part in `none`: none of its roles names one, or a tag
}
