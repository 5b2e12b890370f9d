{
# <- action: Rewrite the forms in this file that Clan no longer takes
# | (absent)
  meta.name = "example";
  inventory.machines = { jon = { }; };
  inventory.services.borgbackup.bk = {
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
    imports = [ "modules/backup.nix" ];
    roles.client.machines = [ "jon" ];
  };
}
