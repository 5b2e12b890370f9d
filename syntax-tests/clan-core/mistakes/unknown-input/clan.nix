{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module = { name = "borgbackup"; input = "clan"; }; roles.client.tags = [ "backup" ]; };
  #                                                                  ^^^^^^ error[unknown-input]: the flake has no input `clan`; it has `clan-core`
}
