{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" ];
    ada = { };
    bob.tags = lib.mkForce [ "laptop" ];
    eve = { description = "the fourth"; };
    zoe.description = "the fifth";
  };
  inventory.instances.sshd.roles.server.tags = [ "berlin" ];
  #                                               ^ actions:
  # | Add the tag `berlin` to the machine `ada` (quickfix)
  # | Add the tag `berlin` to the machine `bob` (quickfix)
  # | Add the tag `berlin` to the machine `eve` (quickfix)
  # | Add the tag `berlin` to the machine `jon` (quickfix)
  # | Add the tag `berlin` to the machine `zoe` (quickfix)
  # | Write the tags as a set (refactor.rewrite)
  #                                               ^ action: Add the tag `berlin` to the machine `jon`
  # | -     jon.tags = [ "laptop" ];
  # | +     jon.tags = [ "laptop" "berlin" ];
  #                                               ^ action: Add the tag `berlin` to the machine `ada`
  # | -     ada = { };
  # | +     ada.tags = [ "berlin" ];
  #                                               ^ action: Add the tag `berlin` to the machine `bob`
  # | -     bob.tags = lib.mkForce [ "laptop" ];
  # | +     bob.tags = lib.mkForce [ "laptop" "berlin" ];
  #                                               ^ action: Add the tag `berlin` to the machine `eve`
  # | -     eve = { description = "the fourth"; };
  # | +     eve = { description = "the fourth"; tags = [ "berlin" ]; };
  #                                               ^ action: Add the tag `berlin` to the machine `zoe`
  # | +     zoe.tags = [ "berlin" ];
  #                                              ^^^^^^^^ warning[unknown-tag]: no machine carries the tag `berlin`
}
