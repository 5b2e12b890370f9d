{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.services.borgbackup.x = { roles.client.machines = [ "jon" ]; };
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
}
