{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.here = { };
  machines.configured = { };
  inventory.instances.sshd.roles.server.tags.all = { };
}
# show: machines = configured, folder, here, imported, json (darwin)
# show: sshd.server = configured (tag all), folder (tag all), here (tag all), imported (tag all),
# | json (tag all)
# show: tag nixos = configured, folder, here, imported
