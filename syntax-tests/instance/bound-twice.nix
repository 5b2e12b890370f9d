# Nix merges the two without a word; clan-core never knows.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances = {
    bk = {
    # <-- related[duplicate-instance]:
      module.name = "borgbackup";
      roles.client.machines.jon = { };
    };
    bk = {
    # <-- error[duplicate-instance]:
      roles.server.machines.jon = { };
    };
  };
}
# show: bk.client = jon (machine)
# show: bk.server = jon (machine)
