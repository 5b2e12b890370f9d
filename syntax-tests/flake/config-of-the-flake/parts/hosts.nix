{ site, ... }:
{
  flake.hosts = {
    jon = { wan = "192.0.2.1"; tags = [ site ]; };
    sara.wan = "192.0.2.2";
  };
}
