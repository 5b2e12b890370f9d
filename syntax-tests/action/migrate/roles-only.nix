{
# <- action: Rewrite the forms in this file that Clan no longer takes
# | -     roles.client.machines = [
# | -       "jon" # at home
# | -       "sara"
# | -     ];
# | -     roles.client.config.startAt = "daily";
# | +     roles.client.machines = {
# | +       jon = { }; # at home
# | +       sara = { };
# | +     };
# | +     roles.client.settings.startAt = "daily";
  meta.name = "example";
  inventory.machines = { jon = { }; sara = { }; };
  inventory.instances.borgbackup = {
    roles.client.machines = [
      "jon" # at home
      "sara"
    ];
    roles.client.config.startAt = "daily";
    #            ^^^^^^ error[legacy-role-config]: `config` of a role is called `settings` now
  };
}
