{
  meta.name = "t";
  meta.domain = "Foo_Bar";
  #             ^^^^^^^^^ error[wrong-type]: `domain` takes a string that matches `[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*`, not "Foo_Bar"
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
}
