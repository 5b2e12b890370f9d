# A machine may take up a tag that others carry.
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "" ];
    #              ^ complete: all backup nixos
  };
}
