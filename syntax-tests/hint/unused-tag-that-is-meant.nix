# A tag that nobody uses, since its one use is misspelt or stands among the machines, is not the mistake.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" "desk" "forgotten" ];
  #                                               ^^^^^^^^^^^ hint[unused-tag]: no role uses the tag `forgotten`
  inventory.instances.sshd.roles.server.tags = [ "laptops" ];
  #                                              ^^^^^^^^^ warning[unknown-tag]: no machine carries the tag `laptops`: did you mean `laptop`?
  inventory.instances.sshd.roles.client.machines.desk = { };
  #                                              ^^^^ warning[tag-used-as-machine]: `desk` is a tag, not a machine: nobody gets the role `client` by it; name it under `roles.client.tags`
}
