{
  meta.name = "example";
  imports = [ ./more.nix ./machines/jon/extra.nix ];
  inventory.machines.jon.tags = [ "laptop" "laptop" ];
  #                  ^^^ renamable: jon
  #                   ^ rename: jon-2
  # | -   imports = [ ./more.nix ./machines/jon/extra.nix ];
  # | -   inventory.machines.jon.tags = [ "laptop" "laptop" ];
  # | +   imports = [ ./more.nix ./machines/jon-2/extra.nix ];
  # | +   inventory.machines.jon-2.tags = [ "laptop" "laptop" ];
  # | ...
  # | -     roles.client.machines."jon".settings = { };
  # | +     roles.client.machines."jon-2".settings = { };
  # | machines/sara/configuration.nix:
  # | - { imports = [ ../jon/disko.nix ]; }
  # | + { imports = [ ../jon-2/disko.nix ]; }
  # | more.nix:
  # | -   inventory.tags.office = [ "jon" "sara" ];
  # | -   machines.jon = { networking.hostName = self.nixosConfigurations.jon.config.x; };
  # | +   inventory.tags.office = [ "jon-2" "sara" ];
  # | +   machines.jon-2 = { networking.hostName = self.nixosConfigurations.jon-2.config.x; };
  # | move machines/jon to machines/jon-2
  # | note: Clan keeps vars and secrets of `jon` in `vars/per-machine/jon`: move them too, and let its secrets be encrypted for `jon-2`.
  inventory.machines.sara = { };
  #                  ^ rename: jon
  # | refused: there is a machine `jon` already
  #                  ^ rename: a b
  # | refused: `a b` is no name for a machine: those are of letters, digits, `-`, `_` and `.`
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines."jon".settings = { };
    roles.server.machines.sara = { };
  };
}
