{
  modules.hello = ./hello.nix;
}
