let
  machines = {
    jon = { };
    sara = { };
  };
  module.name = "borgbackup";
  roles.client.machines = { inherit (machines) jon; };
in
{
  meta.name = "example";
  inventory = {
    inherit machines;
    instances.bk = { inherit module roles; };
  };
}
# show: machines = jon, sara
# show: module of bk = borgbackup
# show: bk.client = jon (machine)
