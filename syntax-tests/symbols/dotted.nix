# Pieces that follow each other are one symbol; pieces that stand apart are one each.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.jon.description = "mine";
  inventory.machines.sara = { };
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.tags = [ "laptop" ];
  inventory.instances.bk.roles.client.machines.sara = { };
  inventory.instances.bk.roles.server.machines.sara = { };
  inventory.machines.jon.deploy.targetHost = "jon.local";
}
# symbols:
# | machines 4:13-6:33
# |   machine jon (laptop) 4:22-5:47
# |   machine sara 6:22-6:33
# | instances 7:13-10:59
# |   instance bk (borgbackup) 7:23-10:59
# |     role client (jon sara) 8:32-9:59
# |       tag laptop 8:48-8:56
# |       machine sara 9:48-9:59
# |     role server (sara) 10:32-10:59
# |       machine sara 10:48-10:59
# | machines 11:13-11:58
# |   machine jon (laptop) 11:22-11:58
