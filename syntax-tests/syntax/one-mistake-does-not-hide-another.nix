{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.one = {
    module.name = "borgbackup";
    roles.client.machines.jon { };
    #                     ^^^ error[syntax]:
  };
  inventory.instances.two = {
    module.name = "borgbackup"
    #             ^^^^^^^^^^^^ error[syntax]:
    roles.clinet.machines.jon = { };
    #     ^^^^^^ error[unknown-role]:
  };
}
