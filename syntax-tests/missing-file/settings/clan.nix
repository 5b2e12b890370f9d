# Clan reads all of an instance's settings at once.
{ lib, ... }:
let name = "jon"; in
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.users = {
    roles.default.tags = [ "all" ];
    roles.default.settings = {
      user = "jon";
      keys = [ ./keys/jon.pub ./keys/sara.pub (./keys + "/ada.pub") ./keys/${name}.asc ];
      #                       ^^^^^^^^^^^^^^^ error[missing-file]: `./keys/sara.pub` does not exist
      # <---- error[unknown-setting]: the role `default` of `users` has no setting `keys`
      groups = lib.mkIf false ./gone;
    };
    roles.default.machines.jon.settings.avatar = ./keys/jon.png;
    #                                            ^^^^^^^^^^^^^^ error[missing-file]: `./keys/jon.png` does not exist: did you mean `./keys/jon.pub`?
    #                                   ^^^^^^ error[unknown-setting]: the role `default` of `users` has no setting `avatar`
  };
  inventory.instances.other = {
    module.name = "users";
    roles.default.settings = lib.mkIf false { avatar = ./gone.png; };
  };
}
