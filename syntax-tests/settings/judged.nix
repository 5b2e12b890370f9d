# Settings against the interface of their role, at any depth.
{ lib, self, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  modules.greeter = {
    _class = "clan.service";
    manifest.name = "greeter";
    roles.host.interface = { lib, ... }: {
      options.port = lib.mkOption { type = lib.types.port; default = 80; };
      options.tone = lib.mkOption { type = lib.types.enum [ "kind" "rude" ]; default = "kind"; };
      options.to = lib.mkOption { type = lib.types.nullOr (lib.types.listOf lib.types.str); default = null; };
      options.name = lib.mkOption { type = lib.types.strMatching "[a-z]+"; default = "x"; };
      options.guests = lib.mkOption {
        default = { };
        type = lib.types.attrsOf (lib.types.submodule {
          options.loud = lib.mkOption { type = lib.types.bool; default = false; };
        });
      };
      options.extra = lib.mkOption { default = { }; type = lib.types.submodule { freeformType = lib.types.attrsOf lib.types.int; }; };
    };
  };
  inventory.instances.party = {
    module = { name = "greeter"; input = "self"; };
    roles.host.machines.jon = { };
    roles.host.settings = {
      port = 99999;
      #      ^^^^^ error[wrong-setting-type]: `port` takes an integer from 0 to 65535, not 99999
      tone = "angry";
      #      ^^^^^^^ error[wrong-setting-type]: `tone` takes "kind" or "rude", not "angry"
      to = [ "jon" 3 ];
      #            ^ error[wrong-setting-type]: `to` takes a string, not 3
      name = "Jon";
      #      ^^^^^ error[wrong-setting-type]: `name` takes a string that matches `[a-z]+`, not "Jon"
      guests.sara.loud = "yes";
      #                  ^^^^^ error[wrong-setting-type]: `guests.sara.loud` takes `true` or `false`, not "yes"
      guests.sara.lowd = true;
      #           ^^^^ error[unknown-setting]: the role `host` of `greeter` has no setting `guests.sara.lowd`: did you mean `loud`?
      extra.anything = 1;
      gusets = { };
      # <------ error[unknown-setting]: the role `host` of `greeter` has no setting `gusets`: did you mean `guests`?
    };
  };
  inventory.instances.quiet = {
    module = { name = "greeter"; input = "self"; };
    roles.host.machines.jon.settings = {
      port = lib.mkForce 8080;
      tone = self.tone;
      to = null;
      guests = self.guests;
      name = lib.mkIf self.named "jon";
    };
    roles.host.settings.config.prot = 1;
    #                          ^^^^ error[unknown-setting]: the role `host` of `greeter` has no setting `prot`: did you mean `port`?
  };
}
