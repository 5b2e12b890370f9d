{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon = { };
    roles.cleint.settings = { };
    #     ^^^^^^ error[unknown-role]: `borgbackup` has no role `cleint`: did you mean `client`?
  };
}
