# Which services there are depends on the input that is named.
{
  meta.name = "example";
  modules.greeter = { _class = "clan.service"; manifest.name = "greeter"; roles.host = { }; };
  modules.singer = { _class = "clan.service"; manifest.name = "singer"; roles.host = { }; };
  inventory.instances.own.module = { input = "self"; name = ""; };
  #                                                          ^ complete: greeter singer
  #                                                         ^^ error[unknown-module]: this clan has no service `""`
}
