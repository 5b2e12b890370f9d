{
  meta.name = "example";
  inventory.machines.jon = { };
  modules.greeter = {
    _class = "clan.service";
    manifest.name = "greeter";
    roles.host = {
      interface = { lib, ... }: {
        options.tone = lib.mkOption { type = lib.types.enum [ "kind" "rude" ]; };
        options.loud = lib.mkOption { type = lib.types.bool; default = false; };
        options.words = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; };
        options.most = lib.mkOption { type = lib.types.nullOr lib.types.int; default = null; };
        options.ports = lib.mkOption { type = lib.types.listOf lib.types.port; default = [ ]; };
      };
    };
  };
  inventory.instances.hello = {
    module = { name = "greeter"; input = "self"; };
    roles.host.machines.jon = { };
    roles.host.settings = {
      tone = "rud";
      #        ^ actions:
      # | Change to `"rude"` (quickfix, preferred)
      # | Change to `"kind"` (quickfix)
      #        ^ action: Change to `"rude"`
      # | -       tone = "rud";
      # | +       tone = "rude";
      #      ^^^^^ error[wrong-setting-type]: `tone` takes "kind" or "rude", not "rud"
      loud = "true";
      #        ^ actions:
      # | Change to `true` (quickfix, preferred)
      # | Change to `false` (quickfix)
      #        ^ action: Change to `true`
      # | -       loud = "true";
      # | +       loud = true;
      #      ^^^^^^ error[wrong-setting-type]: `loud` takes `true` or `false`, not "true"
      words = "hello";
      #         ^ actions:
      # | Make it a list of one (quickfix, preferred, safe)
      #         ^ action: Make it a list of one
      # | -       words = "hello";
      # | +       words = [ "hello" ];
      #       ^^^^^^^ error[wrong-setting-type]: `words` takes a list of strings, not "hello"
      most = "3";
      #       ^ actions: (none)
      #      ^^^ error[wrong-setting-type]: `most` takes `null` or an integer, not "3"
      ports = 22;
      #       ^ action: Make it a list of one
      # | -       ports = 22;
      # | +       ports = [ 22 ];
      #       ^^ error[wrong-setting-type]: `ports` takes a list of integers, not 22
    };
  };
}
