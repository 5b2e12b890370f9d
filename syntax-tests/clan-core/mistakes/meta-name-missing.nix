{
# <- error[missing-option]: this clan has no name: set `meta.name`
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
}
