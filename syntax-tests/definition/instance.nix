# The first of its pieces.
{
  meta.name = "example";
  inventory.instances.bk.module.name = "borgbackup";
  #                   ^^ definition: clan.nix:4:23 clan.nix:5:23 clan.nix:7:5
  inventory.instances.bk.roles.client = { };
  #                   ^^ definition: clan.nix:4:23 clan.nix:5:23 clan.nix:7:5
  inventory.instances = {
    bk.roles.server = { };
    # <-- definition: clan.nix:4:23 clan.nix:5:23 clan.nix:7:5
  };
}
