# The settings of a role, at any depth: what has no default comes first, what is written last.
{ lib, ... }:
{
  meta.name = "example";
  modules.greeter = {
    _class = "clan.service";
    manifest.name = "greeter";
    roles.host.interface = { lib, ... }: {
      options = {
        greeting = lib.mkOption { type = lib.types.str; description = "What is said."; };
        loud = lib.mkEnableOption "shouting";
        tone = lib.mkOption { type = lib.types.enum [ "kind" "rude" ]; default = "kind"; };
        guests = lib.mkOption {
          default = { };
          type = lib.types.attrsOf (lib.types.submodule {
            options.seat = lib.mkOption { type = lib.types.nullOr lib.types.int; default = null; };
          });
        };
      };
    };
  };
  inventory.machines.jon = { };
  inventory.instances.party = {
    module = { name = "greeter"; input = "self"; };
    roles.host.machines.jon.settings = {
      tone = "";
      #       ^ complete: kind rude
      #      ^^ error[wrong-setting-type]: `tone` takes "kind" or "rude", not ""
      loud = ;
      #     ^ complete: true false
      #    ^ error[syntax]: expected a value after `=`
      guests.ada.
      #          ^ complete: seat
      #         ^ error[syntax]: expected a name after `.`
    };
    roles.host.settings.greeting = "hi";
    #                   ^^^^^^^^ definition: clan.nix:10:9
    #                   ^^^^^^^^ hover: setting greeting of the role host
    # |
    # | type: string
    # |
    # | it has no default
    # |
    # | What is said.
    # |
    # | on machines  value
    # | jon          "hi" (role, clan.nix:30)
    # |
    # | source: this clan
    roles.host.tags.all.settings.
    #                            ^ complete: greeting guests loud tone
    #                           ^ error[syntax]: expected a name after `.`
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.settings.startAt = "daily";
    #                     ^^^^^^^ hover: setting startAt of the role client
    # |
    # | type: string
    # |
    # | default: `"*-*-* 01:00:00"`
    # |
    # | When backups begin, as a systemd calendar expression.
    # |
    # | source: clan-core d7c35d9 (built in)
    roles.server.settings.
    #                     ^ complete: address directory
    #                    ^ error[syntax]: expected a name after `.`
  };
}
