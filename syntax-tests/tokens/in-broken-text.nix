# Half-typed text is coloured as far as it goes; a string that swallows lines is not.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.
  inventory.machines.sara
  #                  ^^^^ error[syntax]: expected `=` and a value after `sara`
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "laptop
    #                     ^ error[syntax]: this string is never closed: missing `"`
    # | fix => roles.client.tags = [ "laptop"
    roles.server.machines.jon = 
    #                         ^ error[syntax]: expected a value after `=`
  };
  inventory.instances.sshd.roles.server.tags = [ "all
  #                                              ^ error[syntax]: this string is never closed: missing `"`
  # | fix => inventory.instances.sshd.roles.server.tags = [ "all"
}
# tokens:
# | 4: new machine jon, tag laptop
# | 7: new instance bk
# | 8: service borgbackup of Clan
# | 9: role client, tag laptop
# | 10: role server, machine jon
# | 12: new instance sshd, role server, tag all of Clan
