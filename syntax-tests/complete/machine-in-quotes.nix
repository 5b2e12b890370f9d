{
  meta.name = "example";
  inventory.machines = {
    jon = { };
    "a.b" = { };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines."jo" = { };
    #                     ^^^^ warning[unknown-machine]: no machine is called `jo`: did you mean `jon`?
    #                        ^ complete: "a.b" jon
    #                        ^ complete jon => roles.client.machines."jon" = { };
    #                        ^ complete "a.b" => roles.client.machines."a.b" = { };
  };
}
