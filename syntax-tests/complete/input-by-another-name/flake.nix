{
  inputs.clan.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  inputs.more.
  #          ^ error[syntax]: expected a name after `.`
  inputs = { other.url
  #                ^^^ error[syntax]: expected `=` and a value after `other.url`
