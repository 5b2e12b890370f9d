# `name` and `_module.args` reach the modules that ask for them.
{ lib, ... }:
{
  meta.name = "example";
  _module.args.laptops = [ "jon" "sara" ];
  imports = [
    ({ laptops, lib, ... }: { inventory.machines = lib.genAttrs laptops (_: { }); })
  ];
  inventory.instances.borgbackup = { name, ... }: {
    module.name = name;
    roles.client.tags.all = { };
  };
}
# show: machines = jon, sara
# show: module of borgbackup = borgbackup
# show: borgbackup.client = jon (tag all), sara (tag all)
