# An instance that is defined twice is one mistake, whatever it says twice.
{ lib, ... }:
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances = {
    sshd = { roles.server.tags = [ "all" ]; };
    # <---- related[duplicate-instance]: first defined here
    sshd = { roles.server.tags = [ "all" ]; };
    # <---- error[duplicate-instance]: the instance `sshd` is defined twice in this set
    bk.module.name = "borgbackup";
    # <-------------- related[duplicate-attribute]: first defined here
    bk.module.name = "borgbackup";
    # <-------------- error[duplicate-attribute]: `bk.module.name` is already defined
    users = lib.mkForce { };
    # <----- related[duplicate-instance]: first defined here
    users = lib.mkForce { };
    # <----- error[duplicate-instance]: the instance `users` is defined twice in this set
  };
}
