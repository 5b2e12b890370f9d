{
  meta.name = "example";
  inventory.machines = { jon = { }; ada = { }; };
  inventory.tags.berlin = [ "jon" ];
  inventory.instances.sshd.roles.server.machines = { jon = { }; ada = { }; };
  #                                ^ action: Give these machines a tag of their own: `sshd-server`
  # | -   inventory.instances.sshd.roles.server.machines = { jon = { }; ada = { }; };
  # | +   inventory.tags.sshd-server = [ "jon" "ada" ];
  # | +   inventory.instances.sshd.roles.server.tags = [ "sshd-server" ];
}
