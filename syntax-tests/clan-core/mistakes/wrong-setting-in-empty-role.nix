{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module.name = "borgbackup"; roles.client.settings.startsAt = 4; };
  #                                                                            ^^^^^^^^ error[unknown-setting]: the role `client` of `borgbackup` has no setting `startsAt`: did you mean `startAt`?
}
