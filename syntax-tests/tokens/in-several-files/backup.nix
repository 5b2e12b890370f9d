{ lib, ... }:
let jon = "jon"; in
{
  inventory.instances.borgbackup.roles.client = lib.mkIf true {
    tags.laptop = { };
    machines.${jon} = { };
  };
}
# tokens:
# | 4: new instance borgbackup, role client
