{ self, ... }:
{
  inventory.tags.office = [ "jon" "sara" ];
  #                           ^ rename: jon.local
  # | clan.nix:
  # | -   imports = [ ./more.nix ./machines/jon/extra.nix ];
  # | -   inventory.machines.jon.tags = [ "laptop" "laptop" ];
  # | +   imports = [ ./more.nix ./machines/jon.local/extra.nix ];
  # | +   inventory.machines."jon.local".tags = [ "laptop" "laptop" ];
  # | ...
  # | -     roles.client.machines."jon".settings = { };
  # | +     roles.client.machines."jon.local".settings = { };
  # | machines/sara/configuration.nix:
  # | - { imports = [ ../jon/disko.nix ]; }
  # | + { imports = [ ../jon.local/disko.nix ]; }
  # | -   inventory.tags.office = [ "jon" "sara" ];
  # | -   machines.jon = { networking.hostName = self.nixosConfigurations.jon.config.x; };
  # | +   inventory.tags.office = [ "jon.local" "sara" ];
  # | +   machines."jon.local" = { networking.hostName = self.nixosConfigurations."jon.local".config.x; };
  # | move machines/jon to machines/jon.local
  # | note: Clan keeps vars and secrets of `jon` in `vars/per-machine/jon`: move them too, and let its secrets be encrypted for `jon.local`.
  machines.jon = { networking.hostName = self.nixosConfigurations.jon.config.x; };
}
