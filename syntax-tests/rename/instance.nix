{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.machines.jon = { };
  #                   ^ rename: backup
  # | -   inventory.instances.bk.module.name = "borgbackup";
  # | -   inventory.instances.bk.roles.client.machines.jon = { };
  # | +   inventory.instances.backup.module.name = "borgbackup";
  # | +   inventory.instances.backup.roles.client.machines.jon = { };
  #                            ^ rename: klient
  # | refused: the role `client` is named by clan-core
  #                             ^ renamable: (none) the role `client` is named by clan-core
  inventory.instances."borgbackup" = {
  #                      ^ rename: other
  # | -   inventory.instances."borgbackup" = {
  # | +   inventory.instances."other" = {
  # | +     module.name = "borgbackup";
    roles.client.machines.jon = { };
  };
  inventory.instances.zerotier.roles.peer.tags.all = { };
  #                    ^ rename: vpn
  # | -   inventory.instances.zerotier.roles.peer.tags.all = { };
  # | +   inventory.instances.vpn.roles.peer.tags.all = { };
  # | +   inventory.instances.vpn.module.name = "zerotier";
  #                   ^^^^^^^^ error[too-few-machines]: the role `controller` needs at least 1 machine
  inventory.instances.wifi = { roles.default.tags.all = { }; };
  #                    ^ rename: net
  # | -   inventory.instances.wifi = { roles.default.tags.all = { }; };
  # | +   inventory.instances.net = { module.name = "wifi"; roles.default.tags.all = { }; };
}
