{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances.bk = {
  # ^ action: Fix all mistakes that have a certain fix
  # | -     roles.servr.machines = { all = { }; laptop = { }; jno = { }; };
  # | -     roles.clent.machines.jno = { }
  # | -     roles.client.tags = [ "jon" ];
  # | +     roles.server.machines = { jno = { }; };
  # | +     roles.server.tags.laptop = { };
  # | +     roles.server.tags.all = { };
  # | +     roles.client.machines.jno = { };
  # | +     roles.client.machines.jon = { };
    module.name = "borgbackup";
    roles.servr.machines = { all = { }; laptop = { }; jno = { }; };
    #     ^ action: Fix all `unknown-role` in this file
    # | -     roles.servr.machines = { all = { }; laptop = { }; jno = { }; };
    # | -     roles.clent.machines.jno = { }
    # | +     roles.server.machines = { all = { }; laptop = { }; jno = { }; };
    # | +     roles.client.machines.jno = { }
    #                        ^ action: Fix all `tag-used-as-machine` in this file
    # | -     roles.servr.machines = { all = { }; laptop = { }; jno = { }; };
    # | +     roles.servr.machines = { jno = { }; };
    # | +     roles.servr.tags.all = { };
    # | +     roles.servr.tags.laptop = { };
    #     ^^^^^ error[unknown-role]: `borgbackup` has no role `servr`: did you mean `server`?
    #                        ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `servr` by it; name it under `roles.servr.tags`
    #                                   ^^^^^^ warning[tag-used-as-machine]: `laptop` is a tag, not a machine: nobody gets the role `servr` by it; name it under `roles.servr.tags`
    #                                                 ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
    roles.clent.machines.jno = { }
    #                     ^ action: Fix all `unknown-machine` in this file
    # | -     roles.servr.machines = { all = { }; laptop = { }; jno = { }; };
    # | -     roles.clent.machines.jno = { }
    # | +     roles.servr.machines = { all = { }; laptop = { }; jon = { }; };
    # | +     roles.clent.machines.jon = { }
    #     ^^^^^ error[unknown-role]: `borgbackup` has no role `clent`: did you mean `client`?
    #                    ^^^ warning[unknown-machine]: no machine is called `jno`: did you mean `jon`?
    #                            ^ error[syntax]: missing `;` after `{ }`
    # | fix => roles.clent.machines.jno = { };
    roles.client.tags = [ "jon" ];
    #                     ^^^^^ warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `client` by it; name it under `roles.client.machines`
  };
}
