{ ... }:
{
  services.desktopManager.gnome.enable = true;
  # <-- complete: (none)
}
