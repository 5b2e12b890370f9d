{
  inputs.clan-core.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs = inputs: inputs.blueprint { inherit inputs; };
}
