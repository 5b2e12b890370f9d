{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" "laptop" ];
    sara.tags = [ "backup" ];
    m1 = { }; m2 = { }; m3 = { };
  };
  inventory.tags.backup = [ "m1" ];
  inventory.tags.lab = [ "m1" "m2" "m3" ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "backup" "laptop" ];
    roles.server.tags.all = { };
    roles.server.tags.laptop.settings.packages = [ ];
    #                                 ^^^^^^^^ error[unknown-setting]: the role `server` of `borgbackup` has no setting `packages`; there is `address` and `directory`
    roles.server.machines.jon = { };
    roles.server.tags."lab" = { };
  };
  inventory.instances.sshd.roles.server.tags = [ "nobody" ];
  #                                              ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `nobody`
  inventory.instances.users = { module.name = "users"; };
  inventory.instances.alice = { module.name = "users"; };
  inventory.instances.bob.module.name = "users";
}
# hints:
# | inventory.tags.backup«jon, m1, sara» = [ "m1" ];
# | inventory.instances.bk«borgbackup» = {
# | roles.client.tags = [ "backup"«jon, m1, sara» "laptop"«jon» ];
# | roles.server.tags.all«5 machines» = { };
# | roles.server.tags.laptop.settings.packages«jon» = [ ];
# | roles.server.tags."lab"«m1, m2, m3» = { };
