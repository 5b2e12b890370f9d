# A path that is put together, one of somebody's home, one outside, and one in a folder that may not be
# fetched yet.
{
  meta.name = "example";
  imports = [ (./. + "/a.nix") (builtins.toPath "/nowhere/b.nix") /etc/nowhere.nix ./submodule/c.nix ];
}
