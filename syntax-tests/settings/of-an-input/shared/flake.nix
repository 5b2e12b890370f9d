{
  outputs = { self, ... }: {
    clan.modules.greeter = {
      _class = "clan.service";
      manifest.name = "greeter";
      manifest.description = "Says hello";
      roles.guest.description = "Is greeted";
      roles.host.interface = { lib, ... }: {
        options.greeting = lib.mkOption { type = lib.types.str; };
      };
    };
  };
}
