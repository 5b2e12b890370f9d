# Nobody knows what this function does with the clan. What its texts show is known all the same, and
# since there may be more, no name is reported as unknown.
{
  outputs = inputs: inputs.other.lib.make { inherit inputs; } {
    flake.clan.inventory = { machines.jon.tags = [ "laptop" ]; };
    perSystem.inventory.machines.nobody = { };
  };
}
# show: machines = jon (?)
# show: sshd.server = jon (tag laptop, machine), ...
