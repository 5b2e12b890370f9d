{
  meta.name = "example";
  inventory.machines.jon = { tags = [ "laptop" ]; };
  inventory.machines.jon.deploy.targetHost = "jon";
  inventory.machines.jon = ({ deploy = { buildHost = "jon"; }; });
  inventory = { machines = rec { sara = { }; }; };
  inventory.tags = { ${"a"} = [ ]; ${"a"} = [ ]; };
}
# show: machines = jon, sara
