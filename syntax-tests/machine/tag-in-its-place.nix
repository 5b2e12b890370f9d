{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd = {
    roles.server.machines.all = { };
    #                     ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `server` by it; name it under `roles.server.tags`
    roles.client.machines.backup = { };
    #                     ^^^^^^ warning[tag-used-as-machine]: `backup` is a tag, not a machine: nobody gets the role `client` by it; name it under `roles.client.tags`
  };
}
