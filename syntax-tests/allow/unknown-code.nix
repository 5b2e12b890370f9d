# inventory-ls: allow-file(unknown-taag, syntax)
#                          ^^^^^^^^^^^^ warning[unknown-code]: no diagnostic has the code `unknown-taag`: did you mean `unknown-tag`, `unknown-code` or `unknown-role`?
{
  meta.name = "example";
  inventory.machines.jon = { };
  # inventory-ls: allow(unknown-machin, no-such-thing): one day
  #                     ^^^^^^^^^^^^^^ warning[unknown-code]: no diagnostic has the code `unknown-machin`: did you mean `unknown-machine`?
  #                                     ^^^^^^^^^^^^^ warning[unknown-code]: no diagnostic has the code `no-such-thing`
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.sara = { }; # inventory-ls: allow(unknown-machine)
    roles.server.tags = [ /* inventory-ls: allow(unknown-tag, other) */ "servers" ];
    #                                                         ^^^^^ warning[unknown-code]: no diagnostic has the code `other`
    # inventory-ls: allow(unknown-code, soon): known to a newer version
    roles.server.machines.jon = { }; # a remark: allow(nothing)
  };
}
