{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd = {
    roles.server.machines.all = { };
    #                     ^^^ warning[tag-used-as-machine]:
    roles.client.machines.backup = { };
    #                     ^^^^^^ warning[tag-used-as-machine]:
  };
}
