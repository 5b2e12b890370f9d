{
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.jon.deploy.targetHost = "root@192.0.2.1";
  inventory.machines.ada = { };
}
