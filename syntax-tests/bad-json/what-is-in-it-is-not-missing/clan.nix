{
  meta.name = "example";
  inventory.instances.sshd.roles.server = { tags = [ "laptop" ]; machines.jon = { }; };
}
