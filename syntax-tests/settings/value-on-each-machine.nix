{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" ];
    sara.tags = [ "laptop" "slow" ];
    vault = { };
    eve.tags = [ "fast" "slow" ];
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.server.machines.vault = { };
    roles.client = {
      tags.laptop = { };
      tags.slow.settings.startAt = lib.mkForce "weekly";
      #                  ^^^^^^^ hover: setting startAt of the role client
      # |
      # | type: string
      # |
      # | default: `"*-*-* 01:00:00"`
      # |
      # | When backups begin, as a systemd calendar expression.
      # |
      # | on machines  value
      # | eve          "weekly" (tag slow, clan.nix:15) and "hourly" (tag fast, clan.nix:16), which conflict
      # | sara         "weekly" (tag slow, clan.nix:15)
      # |
      # | source: clan-core d7c35d9 (built in)
      #                                        ^^^^^^^^ related[settings-conflict]: the other value
      tags.fast.settings.startAt = lib.mkForce "hourly";
      #                                        ^^^^^^^^ error[settings-conflict]: the tag `slow` gives `startAt` another value, and neither wins: put `lib.mkForce` or `lib.mkDefault` before one of them
      machines.vault.settings = {
        startAt = "daily";
        # <------- hover: setting startAt of the role client
        # |
        # | type: string
        # |
        # | default: `"*-*-* 01:00:00"`
        # |
        # | When backups begin, as a systemd calendar expression.
        # |
        # | on machines  value
        # | vault        "daily" (machine vault, clan.nix:18)
        # |
        # | source: clan-core d7c35d9 (built in)
        exclude = [ "*.tmp" ];
        # <------- hover: setting exclude of the role client
        # |
        # | type: list of string
        # |
        # | default: `[ ]`
        # |
        # | Patterns of files and folders that are left out of backups.
        # |
        # | on machines  value
        # | vault        [ "*.pyc" ] (role, clan.nix:22) and [ "*.tmp" ] (machine vault, clan.nix:19)
        # |
        # | source: clan-core d7c35d9 (built in)
      };
      settings.startAt = lib.mkDefault "monthly";
      #        ^^^^^^^ hover: setting startAt of the role client
      # |
      # | type: string
      # |
      # | default: `"*-*-* 01:00:00"`
      # |
      # | When backups begin, as a systemd calendar expression.
      # |
      # | on machines  value
      # | eve          "weekly" (tag slow, clan.nix:15) and "hourly" (tag fast, clan.nix:16), which conflict
      # | jon          "monthly" (role, clan.nix:21)
      # | sara         "weekly" (tag slow, clan.nix:15)
      # | vault        "daily" (machine vault, clan.nix:18)
      # |
      # | source: clan-core d7c35d9 (built in)
      settings.exclude = [ "*.pyc" ];
    };
  };
}
