{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.tags.foo = [ "jno" "jon" ];
  #                      ^^^^^ warning[unknown-machine-in-tag]: the tag `foo` lists `jno`, which is no machine: did you mean `jon`?
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.server.machines."server" = { };
    roles.client.tags.foo = { };
  };

}
