{
  inputs.clan-core.url = "path:./clan-core";
  inputs.nixpkgs.url = "path:./nixpkgs";
  outputs = { self, clan-core, ... }: { clan = clan-core.lib.clan { inherit self; imports = [ ./clan.nix ]; }; };
}
