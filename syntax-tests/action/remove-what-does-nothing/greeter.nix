{
  _class = "clan.service";
  manifest.name = "greeter";
  manifest.readme = "Says hello.";
  roles.host.description = "says it";
}
