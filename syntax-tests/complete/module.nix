{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borg";
    #                  ^ complete:
    #                  ^ complete borgbackup => module.name = "borgbackup";
    #             ^^^^^^ error[unknown-module]:
    roles.client.machines.jon = { };
  };
}
