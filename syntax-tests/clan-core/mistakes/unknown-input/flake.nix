{
  inputs.clan-core.url = "path:./clan-core";
  outputs = { self, clan-core, ... }: { clan = clan-core.lib.clan { inherit self; imports = [ ./clan.nix ]; }; };
}
