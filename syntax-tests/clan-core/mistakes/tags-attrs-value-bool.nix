{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = {
    module = { name = "borgbackup"; input = "clan-core"; };
    roles.client.tags.backup = true;
    #                          ^^^^ error[wrong-type]: `backup` takes a set of options, not `true`
    roles.server.machines."server" = { };

  };

}
