{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module = { name = "borgbackup"; input = "nixpkgs"; }; roles.client.tags = [ "backup" ]; };
  #                                                                  ^^^^^^^^^ error[input-without-services]: the input `nixpkgs` gives no services: it has no `clan.modules`
}
