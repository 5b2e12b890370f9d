# A machine may take up a tag that others carry; what it carries already comes last.
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "" ];
    #              ^ complete: backup all nixos
    #              ^ complete backup => sara.tags = [ "backup" ];
  };
}
