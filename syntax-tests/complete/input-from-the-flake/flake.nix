{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.nixpkgs.follows = "clan-core/nixpkgs";
  inputs = {
    extras.url = "github:somebody/extras";
    extras.inputs.nixpkgs.follows = "nixpkgs";
    self.submodules = true;
  };
  outputs = { clan-core, ... }: { };
}
