{ directory, exports, something, ... }:
{
  _class = "clan.service";
  manifest.name = "hello";
  manifest.description = "${directory} ${something} ${exports}";
}
