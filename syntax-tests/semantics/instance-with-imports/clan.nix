{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    sara = { };
  };
  inventory.instances.bk = {
    imports = [ ./bk.nix ];
    roles.client.machines.sara = { };
  };
}
# show: module of bk = borgbackup
# show: bk.client = jon (machine), sara (machine)
