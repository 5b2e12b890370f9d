let
  backup = "backup";
  servers = {
    jon = { };
  };
in
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ backup ];
    sara = { };
  };
  inventory.instances.bk = {
    module.name = "borg" + backup;
    roles.client.tags = [ backup ];
    roles.server.machines = servers // { sara = { }; };
  };
}
# show: module of bk = borgbackup
# show: bk.client = jon (tag backup)
# show: bk.server = jon (machine), sara (machine)
