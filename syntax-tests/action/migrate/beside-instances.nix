{
# <- action: Rewrite the forms in this file that Clan no longer takes
# | -     meta = { name = "example"; tld = "clan"; };
# | +     meta = { name = "example"; domain = "clan"; };
# | ...
# | -     };
# | -     services = {
# | -       sshd.all = { roles.server.tags = [ "all" ]; };
# | +       sshd-all = { module.name = "sshd"; module.input = "clan-core"; roles.server.tags = [ "all" ]; };
  inventory = {
    meta = { name = "example"; tld = "clan"; };
    machines = { jon = { }; };
    instances = {
      wifi = { roles.default.tags = [ "all" ]; };
    };
    services = {
      sshd.all = { roles.server.tags = [ "all" ]; };
    };
  };
}
