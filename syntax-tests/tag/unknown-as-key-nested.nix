{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.instances.sshd.roles.server = {
    tags = {
      all = { };
      "bakcup".settings = { };
      # <-------- warning[unknown-tag]: no machine carries the tag `bakcup`: did you mean `backup`?
    };
  };
}
