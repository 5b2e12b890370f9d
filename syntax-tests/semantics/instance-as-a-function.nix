{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.borgbackup = { name, lib, ... }: {
    module.name = name;
    roles.client.machines = lib.genAttrs [ "jon" ] (_: { });
  };
}
# show: module of borgbackup = borgbackup
# show: borgbackup.client = jon (machine)
