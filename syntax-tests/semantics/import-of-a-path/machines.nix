{ tag }:
{
  jon.tags = [ tag ];
  # <--- hover:
}
