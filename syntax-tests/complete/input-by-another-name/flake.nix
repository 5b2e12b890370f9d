{
  inputs.clan.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.more.
  inputs = { other.url
