{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "laptop" ];
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "ba" ];
    #                     ^^^^ warning[unknown-tag]: no machine carries the tag `ba`
    #                        ^ complete: all backup laptop nixos
    #                        ^ complete backup => roles.client.tags = [ "backup" ];
    roles.server.tags = [ "" ];
    #                      ^ complete: all backup laptop nixos
    #                      ^ complete all => roles.server.tags = [ "all" ];
    #                     ^^ warning[unknown-tag]: no machine carries the tag `""`
  };
}
