{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" "laptop" ];
    #            ^^^^^^^^ hover:
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #                     ^^^^^^^^ hover:
    roles.server.tags.all = { };
    #                 ^^^ hover:
  };
}
