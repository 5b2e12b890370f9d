{ clanLib }:
# <----------- error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
{
  _class = "clan.service";
  manifest.name = "hello";
  roles.greeter = { };
}
