{ lib, unknown, ... }:
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" "laptop" "spare" ];
  #                  ^^^ hover: machine jon (nixos), defined in clan.nix:4
  # |
  # | role         through                                                                  settings
  # | bk client    tag backup (clan.nix:9), tag laptop (clan.nix:9), by name (clan.nix:11)  startAt = "weekly"; exclude = [ "*.tmp" ] and [ "*.iso" ];
  # | bk server    tag backup (clan.nix:13)
  # | hello guest  by name (clan.nix:17)                                                    words = { a = 1; b = [ ]; };
  # |
  # | tag     from
  # | backup  clan.nix:4
  # | laptop  clan.nix:4
  # | spare   clan.nix:4
  # | all     built in
  # | nixos   built in
  #                               ^^^^^^^^ hover: tag backup of jon: 2 roles
  # |
  # | role       through                   otherwise
  # | bk client  tag backup (clan.nix:9)   tag laptop (clan.nix:9), by name (clan.nix:11)
  # | bk server  tag backup (clan.nix:13)  not at all
  # |
  # | no other machine carries it
  #                                        ^^^^^^^^ hover: tag laptop of jon: 1 role
  # |
  # | role       through                  otherwise
  # | bk client  tag laptop (clan.nix:9)  tag backup (clan.nix:9), by name (clan.nix:11)
  # |
  # | also carried by sara
  #                                                 ^^^^^^^ hover: tag spare of jon: no role comes with it
  # |
  # | no other machine carries it
  inventory.machines.sara.tags = [ "laptop" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client = {
      tags = { backup = { }; laptop.settings.startAt = lib.mkForce "weekly"; };
      settings = { startAt = "daily"; exclude = [ "*.tmp" ]; };
      machines.jon.settings.exclude = [ "*.iso" ];
    };
    roles.server.tags = [ "backup" ];
  };
  inventory.instances.hello = {
    module = { name = "hello"; input = unknown; };
    #                                  ^^^^^^^ error[missing-argument]: nobody gives the modules of a clan an argument `unknown`
    roles.guest.machines.jon.settings.words = { a = 1; b = [ ]; };
  };
}
