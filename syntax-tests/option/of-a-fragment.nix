# What computes a value is not known, so nothing is said of it.
{ self, lib, ... }:
{
  meta.name = self.name;
  inventory.machines.jon.tags = self.tags;
  inventory.machines.sara = lib.mkIf self.has-sara { tags = [ "laptop" ]; };
  inventory.machines.eve = { tags = [ "laptop" self.tag ]; machineClass = self.class; };
  inventory.machines.dot = self.dot;
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines = self.clients;
    roles.client.settings = self.settings;
  };
}
