# A call may yield forced tags, which keep out the built-in ones: nothing of jon's is certain.
{ self, ... }:
{
  meta.name = "example";
  inventory.machines.jon.tags = self.inputs.foo.tagsOf "jon";
  inventory.machines.sara = { };
  inventory.instances.sshd.roles.server.tags = [ "all" ];
}
# show: tags of jon = ...
# show: tag all = sara
# show: sshd.server = sara (tag all), ...
