# The addresses of inputs lead to their pages.
{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.nixpkgs.follows = "clan-core/nixpkgs";
  inputs = {
    one = { url = "github:somebody/one/main"; flake = false; };
    two.url = "git+https://example.org/two?ref=main";
    three.inputs.four.url = "gitlab:somebody/four";
    five.url = "path:./sub";
    six.url = "path:./nowhere";
    seven.url = "nixpkgs";
    eight.url = "github:somebody/${"eight"}";
  };
  description = "github:somebody/else";
  outputs = { clan-core, self, ... }: { clan = clan-core.lib.clan { inherit self; meta.name = "x"; }; };
}
# links:
# | 3:27 https://git.clan.lol/clan/clan-core/archive/main.tar.gz -> https://git.clan.lol/clan/clan-core
# | 6:20 github:somebody/one/main -> https://github.com/somebody/one/tree/main
# | 7:16 git+https://example.org/two?ref=main -> https://example.org/two
# | 8:30 gitlab:somebody/four -> https://gitlab.com/somebody/four
# | 9:17 path:./sub -> sub/flake.nix
