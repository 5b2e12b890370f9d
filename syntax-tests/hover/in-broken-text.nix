{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.bk = {
    module.name = "borgbackup"
    #             ^^^^^^^^^^^^ error[syntax]:
    roles.client.tags = [ "backup" ];
    #     ^^^^^^ hover:
    #                     ^^^^^^^^ hover:
  };
}
