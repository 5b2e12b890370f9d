# `self` is the flake's folder, in strings and with `+` too.
{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs = { self, clan-core, ... }: {
    clan = clan-core.lib.clan {
      inherit self;
      imports = [ "${self}/clan.nix" ];
      inventory = import (self + "/inventory") { inherit self; };
    };
  };
}
# show: sshd.server = jon (machine)
