{
  meta.name = "example";
  inventory.machines = { jon = { }; ada = { }; };
  inventory.tags = {
    berlin = [ "jon" ];
    nobody = [ ];
  };
  inventory.instances.sshd.roles.server.tags = [ "paris" ];
  #                                               ^ action: Add the tag `paris` to the machine `ada`
  # | +     paris = [ "ada" ];
  #                                              ^^^^^^^ warning[unknown-tag]: no machine carries the tag `paris`
  inventory.instances.sshd.roles.client.tags = [ "nobody" ];
  #                                               ^ action: Add the tag `nobody` to the machine `ada`
  # | -     nobody = [ ];
  # | +     nobody = [ "ada" ];
  #                                              ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `nobody`
}
