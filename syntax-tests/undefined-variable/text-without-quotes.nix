{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = borgbackup;
    #             ^^^^^^^^^^ error[undefined-variable]: nothing here is called `borgbackup`; a text is written in quotes
    roles.client.tags = [ all ];
    #                     ^^^ error[undefined-variable]: nothing here is called `all`; a text is written in quotes
  };
}
