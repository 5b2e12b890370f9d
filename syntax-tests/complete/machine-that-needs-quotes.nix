{
  meta.name = "example";
  inventory.machines."a.b" = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.
    #                     ^ complete: "a.b"
    #                     ^ complete "a.b" => roles.client.machines."a.b"
    #                    ^ error[syntax]: expected a name after `.`
  };
}
