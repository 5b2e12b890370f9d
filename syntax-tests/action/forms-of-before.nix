# Each of the old forms can be mended alone.
{
  meta.name = "example";
  meta.tld = "clan";
  #     ^ actions:
  # | Rename to `domain` (quickfix, preferred, safe)
  #     ^ action: Rename to `domain`
  # | -   meta.tld = "clan";
  # | +   meta.domain = "clan";
  #    ^^^ warning[deprecated-tld]: `tld` should not be used any more: it is called `domain` now
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags.all = { };
    roles.client.config.startAt = "daily";
    #              ^ actions:
    # | Rename to `settings` (quickfix, preferred, safe)
    #              ^ action: Rename to `settings`
    # | -     roles.client.config.startAt = "daily";
    # | +     roles.client.settings.startAt = "daily";
    #            ^^^^^^ error[legacy-role-config]: `config` of a role is called `settings` now
    roles.server.machines = [ "jon" ];
    #                       ^ actions:
    # | Name the machines as keys (quickfix, preferred, safe)
    #                       ^ action: Name the machines as keys
    # | -     roles.server.machines = [ "jon" ];
    # | +     roles.server.machines.jon = { };
    #                       ^^^^^^^^^ error[legacy-machine-list]: machines are named by keys now: write `machines.<name> = { };` for each
  };
  inventory.services.sshd.all = { roles.server.tags = [ "all" ]; };
  #            ^ actions:
  # | Rewrite the forms in this file that Clan no longer takes (quickfix, preferred)
  #            ^ action: Rewrite the forms in this file that Clan no longer takes
  # | -   meta.tld = "clan";
  # | +   meta.domain = "clan";
  # | ...
  # | -     roles.client.config.startAt = "daily";
  # | -     roles.server.machines = [ "jon" ];
  # | +     roles.client.settings.startAt = "daily";
  # | +     roles.server.machines.jon = { };
  # | ...
  # | -   inventory.services.sshd.all = { roles.server.tags = [ "all" ]; };
  # | +   inventory.instances.sshd-all = { module.name = "sshd"; module.input = "clan-core"; roles.server.tags = [ "all" ]; };
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
}
