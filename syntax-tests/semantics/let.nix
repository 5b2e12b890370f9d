let
  servers = [ "server" ];
  backup = "backup";
  member = name: {
    inherit name;
    value = { };
  };
in
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ backup ];
    server = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ backup ];
    roles.server.machines = builtins.listToAttrs (map member servers);
  };
}
# show: bk.client = jon (tag backup)
# show: bk.server = server (machine)
