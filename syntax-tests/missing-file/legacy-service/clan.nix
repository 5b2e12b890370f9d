# Older versions of Clan read the roles of such a folder, and no `default.nix`.
{
  meta.name = "example";
  modules.old = ./modules/old;
  modules.new = ./modules/new;
  #             ^^^^^^^^^^^^^ warning[missing-file]: the folder `./modules/new` has no `default.nix`; nobody reads it until an instance uses this
}
