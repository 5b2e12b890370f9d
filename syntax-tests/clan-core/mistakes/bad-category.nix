{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  modules.svc = { _class = "clan.service"; manifest.name = "svc"; manifest.categories = [ "Foo" ]; roles.default = { }; };
  #                                                                                       ^^^^^ warning[unknown-category]: clan-core knows no category `Foo`
  inventory.instances.svc = { module.input = "self"; roles.default.machines.jon = { }; };
}
