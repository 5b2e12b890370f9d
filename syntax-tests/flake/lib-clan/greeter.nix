{
  _class = "clan.service";
  manifest.name = "greeter";
  roles.morning = { };
}
