# Each place that names it has to be changed.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.cleint.machines.jon = { };
    #     ^^^^^^ error[unknown-role]: `borgbackup` has no role `cleint`: did you mean `client`?
    roles.cleint.settings = { };
    #     ^^^^^^ error[unknown-role]: `borgbackup` has no role `cleint`: did you mean `client`?
  };
}
