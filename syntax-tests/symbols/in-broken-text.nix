{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.
  #                 ^ error[syntax]: expected a name after `.`
  inventory.machines."" = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines.jon
    #                     ^^^ error[syntax]: expected `=` and a value after `roles.client.machines.jon`
    roles.server.tags = [ "laptop" ];
    roles.
    #    ^ error[syntax]: expected a name after `.`
  };
  inventory.instances.sshd
  #                   ^^^^ error[syntax]: expected `=` and a value after `inventory.instances.sshd`
}
# symbols:
# | machines 3:13-5:31
# |   machine jon (laptop) 3:22-3:46
# | instances 6:13-11:5
# |   instance bk (borgbackup) 6:23-11:5
# |     role server (jon) 9:11-9:38
# |       tag laptop 9:27-9:35
