# The example of clan's migration guide.
# ^ action: Rewrite the forms in this file that Clan no longer takes
# | -   meta.tld = "clan";
# | +   meta.domain = "clan";
# | ...
# | -   inventory.services = {
# | +   inventory.instances = {
# | ...
# | -     borgbackup.production = {
# | -       roles.server.machines = [ "backup-server" ];
# | -       roles.server.config = {
# | +     borgbackup-production = {
# | +       module.name = "borgbackup";
# | +       module.input = "clan-core";
# | +       roles.server.machines.backup-server = { };
# | +       roles.server.settings = {
# | ...
# | -       roles.client.extraModules = [ "nixosModules/borgbackup.nix" ];
# | +       roles.client.extraModules = [ ./nixosModules/borgbackup.nix ];
# | ...
# | -     zerotier.company-network = {
# | -       roles.controller.machines = [ "network-controller" ]; # for now
# | -       roles.moon.machines = [ "moon-1" "moon-2" ];
# | +     zerotier-company-network = {
# | +       module.name = "zerotier";
# | +       module.input = "clan-core";
# | +       roles.controller.machines.network-controller = { }; # for now
# | +       roles.moon.machines = { moon-1 = { }; moon-2 = { }; };
# | ...
# | -     sshd.internal = {
# | +     sshd-internal = {
# | +       module.name = "sshd";
# | +       module.input = "clan-core";
# | ...
# | -       config.certificate.searchDomains = [
# | +       roles.server.settings.certificate.searchDomains = [
# | ...
# | +       roles.client.settings.certificate.searchDomains = [
# | +         "internal.example.com"
# | +         "vpn.example.com"
# | +       ];
# | ...
# | -     admin = {
# | -       # Of a level of its own.
# | -       simple = {
# | -         roles.default.tags = [ "all" ];
# | -         roles.default.config = {
# | -           allowedKeys = {
# | -             "key-1" = "ssh-ed25519 AAAA...0J jon@jon-os";
# | -           };
# | +     # Of a level of its own.
# | +     admin-simple = {
# | +       module.name = "admin";
# | +       module.input = "clan-core";
# | +       roles.default.tags = [ "all" ];
# | +       roles.default.settings = {
# | +         allowedKeys = {
# | +           "key-1" = "ssh-ed25519 AAAA...0J jon@jon-os";
# | ...
# | -       # And another one.
# | -       other = { roles.default.machines = [ "jon" ]; };
# | ...
# | +     # And another one.
# | +     admin-other = { module.name = "admin"; module.input = "clan-core"; roles.default.machines.jon = { }; };
{
  meta.name = "example";
  meta.tld = "clan";
  #    ^^^ warning[deprecated-tld]: `tld` should not be used any more: it is called `domain` now
  inventory.machines = {
    backup-server = { };
    network-controller = { };
    moon-1 = { };
    moon-2 = { };
    jon.tags = [ "backup" ];
  };
  inventory.services = {
  #         ^^^^^^^^ error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
    # Backups.
    borgbackup.production = {
      roles.server.machines = [ "backup-server" ];
      roles.server.config = {
        directory = "/var/backup/borg";
      };
      roles.client.tags = [ "backup" ];
      roles.client.extraModules = [ "nixosModules/borgbackup.nix" ];
    };

    zerotier.company-network = {
      roles.controller.machines = [ "network-controller" ]; # for now
      roles.moon.machines = [ "moon-1" "moon-2" ];
      roles.peer.tags = [ "nixos" ];
    };

    sshd.internal = {
      roles.server.tags = [ "nixos" ];
      roles.client.tags = [ "nixos" ];
      config.certificate.searchDomains = [
        "internal.example.com"
        "vpn.example.com"
      ];
    };

    admin = {
      # Of a level of its own.
      simple = {
        roles.default.tags = [ "all" ];
        roles.default.config = {
          allowedKeys = {
            "key-1" = "ssh-ed25519 AAAA...0J jon@jon-os";
          };
        };
      };
      # And another one.
      other = { roles.default.machines = [ "jon" ]; };
    };
  };
}
