{ ... }:
{
  im
  # <-- complete: (none)
}
