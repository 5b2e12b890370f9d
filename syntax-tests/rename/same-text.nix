{ lib, ... }:
{
  meta.name = "example";
  inventory.machines = lib.genAttrs [ "jon" "sara" ] (name: { tags = [ name ]; });
  #                                     ^ rename: john
  # | refused: it would change more than the name: the machine `john` would be another
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.server.tags = [ "jon" ];
    #                       ^ rename: tag-of-jon
    # | refused: the name of the tag `jon` is computed at clan.nix:4, not written there
    roles.client.machines.sara = { };
    #                      ^ rename: sarah
    # | refused: it would change more than the name: the machine `sarah` would be another
  };
}
