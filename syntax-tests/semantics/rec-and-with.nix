rec {
  meta.name = "example";
  inventory.machines = {
    jon = { };
    server = { };
  };
  inventory.instances.bk = with { service = "borgbackup"; }; {
    module.name = service;
    roles.client.machines = { inherit (inventory.machines) jon; };
    roles.server.machines = inventory.machines;
  };
}
# show: module of bk = borgbackup
# show: bk.client = jon (machine)
# show: bk.server = jon (machine), server (machine)
