{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.one = {
    module.name = "borgbackup";
    roles.client.machines.jon { };
    #                     ^^^ error[syntax]: missing `=` after `roles.client.machines.jon`
    # | fix => roles.client.machines.jon = { };
  };
  inventory.instances.two = {
    module.name = "borgbackup"
    #                        ^ error[syntax]: missing `;` after `"borgbackup"`
    # | fix => module.name = "borgbackup";
    roles.clinet.machines.jon = { };
    #     ^^^^^^ error[unknown-role]: `borgbackup` has no role `clinet`: did you mean `client`?
  };
}
