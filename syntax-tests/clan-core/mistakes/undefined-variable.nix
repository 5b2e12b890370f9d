{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventory.instances.bk = { module.name = nme; };
  #                                        ^^^ error[undefined-variable]: nothing here is called `nme`; a text is written in quotes
}
