{ config, ... }:
{
  inventory.instances.sshd.roles.server.tags = lib.attrNames config.inventory.tags;
  #                                            ^^^ error[undefined-variable]: nothing here is called `lib`; a module asks for it at its top: `{ lib, ... }:`
}
