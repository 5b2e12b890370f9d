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
    #                          ^^^ warning[deprecated-tld]: `tld` should not be used any more: it is called `domain` now
    machines = { jon = { }; };
    instances = {
      wifi = { roles.default.tags = [ "all" ]; };
    };
    services = {
    # <-------- error[legacy-services]: `inventory.services` is gone: services stand in `inventory.instances` now
      sshd.all = { roles.server.tags = [ "all" ]; };
    };
  };
}
