{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags = [ "backup" ];
    #     ^^^^^^ hover:
    roles.client.machines.server = { };
    #     ^^^^^^ hover:
    roles.server.machines = { };
    #     ^^^^^^ hover:
  };
}
