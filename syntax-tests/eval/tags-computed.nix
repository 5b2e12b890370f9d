# A function of the tags and machines so far. What it lists lies where it says so.
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" ];
    sara.description = "the old one";
    mac.machineClass = "darwin";
  };
  inventory.tags = { config, machines, lib, ... }: {
    linux = builtins.filter (name: name != "jon") config.nixos;
    described = lib.attrNames (lib.filterAttrs (_: it: it.description != null) machines);
    both = config.linux ++ config.described;
  };
  inventory.instances.sshd.roles.server.tags = [ "linux" ];
  #                                              ^^^^^^^ hover: tag linux: 1 machine
  # |
  # | machine  from
  # | sara     inventory.tags, clan.nix:10
  # |
  # | used by      at
  # | sshd server  clan.nix:14
  inventory.instances.sshd.roles.client.tags = [ "both" ];
  inventory.instances.admin.roles.default.tags = [ "linnux" ];
  #                                                ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `linnux`: did you mean `linux`?
}
# show: tags of sara = all, both, described, linux, nixos
# show: sshd.server = sara (tag linux)
# show: sshd.client = sara (tag both)
