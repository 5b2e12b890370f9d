{
# <- action: Rewrite the forms in this file that Clan no longer takes
# | -   inventory.services.borgbackup.bk.roles.client.machines = [ "jon" "sara" ];
# | -   inventory.services.borgbackup.bk.roles.server.machines = [ "sara" ]; # large
# | -   inventory.services.borgbackup.bk.machines.jon.config.startAt = "daily";
# | -   inventory.services.wifi.home.roles.default.machines = [ "jon" ];
# | -   inventory.services.garage = { default.roles.default.tags = [ "all" ]; };
# | +   inventory.instances.borgbackup-bk.module = {
# | +     name = "borgbackup";
# | +     input = "clan-core";
# | +   };
# | +   inventory.instances.borgbackup-bk.roles.client.machines = { sara = { }; };
# | +   inventory.instances.borgbackup-bk.roles.server.machines.sara = { }; # large
# | +   inventory.instances.borgbackup-bk.roles.client.machines.jon.settings.startAt = "daily";
# | +   inventory.instances.wifi-home.module = {
# | +     name = "wifi";
# | +   };
# | +   inventory.instances.wifi-home.roles.default.machines.jon = { };
# | +   inventory.instances.garage-default.module = {
# | +     name = "garage";
# | +     input = "clan-core";
# | +   };
# | +   inventory.instances.garage-default.roles.default.tags = [ "all" ];
  meta.name = "example";
  inventory.machines = { jon = { }; sara = { }; };
  # What is new already.
  inventory.instances.wifi = {
    module = {
      name = "wifi";
    };
    roles.default.tags = [ "all" ];
  };
  inventory.services.borgbackup.bk.roles.client.machines = [ "jon" "sara" ];
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
  inventory.services.borgbackup.bk.roles.server.machines = [ "sara" ]; # large
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
  inventory.services.borgbackup.bk.machines.jon.config.startAt = "daily";
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
  inventory.services.wifi.home.roles.default.machines = [ "jon" ];
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
  inventory.services.garage = { default.roles.default.tags = [ "all" ]; };
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
}
