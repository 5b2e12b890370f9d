{
# <- action: Rewrite the forms in this file that Clan no longer takes
# | (absent)
  meta.name = "example";
}
